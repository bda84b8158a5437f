      * DESCRIPTIONS OF THE SAME BYTES, SHORTER, NESTED, OF TABLES.
       01  AGAIN.
           05  A-TYPE              PIC X(2).
           05  A-BODY              PIC X(20).
           05  A-POSTING           REDEFINES A-BODY.
               10  A-AMOUNT        PIC S9(11)V99 COMP-3.
               10  A-TEXT          PIC X(10).
               10  A-WORDS         REDEFINES A-TEXT PIC X(2) OCCURS 5.
               10  A-PARTS         REDEFINES A-TEXT.
                   15  A-PART-1    PIC X(4).
                   15  A-PART-2    PIC 9(4) COMP.
                   15  A-PART-3    REDEFINES A-PART-2 PIC X.
           05  A-PAIRS             REDEFINES A-BODY OCCURS 4.
               10  A-KEY           PIC 9(3).
               10  A-VALUE         PIC X(2).
           05  A-LAST              PIC X(3).
