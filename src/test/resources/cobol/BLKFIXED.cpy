           05  B-TYPE                  PIC X(02).
           05  B-ACCOUNT               PIC 9(06).
           05  B-BODY                  PIC X(40).
           05  B-BALANCE REDEFINES B-BODY.
               10  FILLER              PIC X.
               10  BAL-CENTS           PIC S9(09) COMP SYNC.
               10  BAL-AMOUNT          PIC S9(07)V99 COMP-3.
           05  B-STATEMENT REDEFINES B-BODY.
               10  STM-AMOUNT          PIC S9(07)V99.
               10  STM-DAYS            PIC S9(04) COMP SYNC.
