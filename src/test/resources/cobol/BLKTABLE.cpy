           05  B-COUNT                 PIC 9(02).
           05  B-LINE                  OCCURS 0 TO 9 TIMES
                                       DEPENDING ON B-COUNT.
               10  LINE-AMOUNT         PIC S9(05) COMP-3.
           05  B-AFTER                 PIC S9(03) SIGN LEADING SEPARATE.
