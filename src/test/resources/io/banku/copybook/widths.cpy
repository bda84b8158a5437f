      * EVERY WIDTH THAT A USAGE GIVES A PICTURE.
       01  WIDTHS.
           05  W-X                 PIC X(7).
           05  W-A                 PIC A(3).
           05  W-9                 PIC 9(5)V99.
           05  W-LEAD              PIC S9(5) SIGN IS LEADING.
           05  W-SEP               PIC S9(5) SIGN TRAILING SEPARATE.
           05  W-B4                PIC S9(4) COMP.
           05  W-B5                PIC S9(5) COMP.
           05  W-B9                PIC 9(9) BINARY.
           05  W-B10               PIC S9(10) COMP-4.
           05  W-B18               PIC S9(18) COMP.
           05  W-N4                PIC S9(4) COMP-5.
           05  W-N9                PIC S9(9) COMP-5.
           05  W-P1                PIC 9 COMP-3.
           05  W-P4                PIC S9(4) PACKED-DECIMAL.
           05  W-P13               PIC S9(11)V99 COMP-3.
           05  W-P18               PIC S9(18) COMPUTATIONAL-3.
           05  W-F                 COMP-1.
           05  W-D                 COMP-2.
           05  W-NAT               PIC N(4).
           05  W-Z                 PIC Z(5)9.99-.
           05  W-CUR               PIC $$,$$9.99CR.
           05  W-DATE              PIC 99/99/9999.
           05  W-MARKS             PIC XXBXX/9.
           05  W-SCALE             PIC 9(3)PP.
           05  W-LAST              PIC X.
