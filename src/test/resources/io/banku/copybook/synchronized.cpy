      * SLACK BYTES BEFORE ITEMS, AND AT THE END OF OCCURRENCES.
       01  SLACK.
           05  S-A                 PIC X.
           05  S-HALF              PIC S9(4) COMP SYNC.
           05  S-B                 PIC X.
           05  S-FULL              PIC S9(9) COMP SYNC.
           05  S-C                 PIC X.
           05  S-FLOAT             COMP-1 SYNC.
           05  S-D                 PIC X.
           05  S-DOUBLE            COMP-2 SYNC.
           05  S-E                 PIC X.
           05  S-PACKED            PIC S9(5) COMP-3 SYNC.
           05  S-ROW               OCCURS 10.
               10  S-TYPE          PIC X.
               10  S-PAY           PIC S9(4)V99 COMP SYNC.
               10  S-HOURS         PIC S9(3) COMP SYNC.
               10  FILLER          PIC X(5).
           05  S-LAST              PIC X.
