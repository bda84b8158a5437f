      * TABLES WHOSE LENGTH A COUNT TELLS; HERE THEY ARE FULL.
       01  TABLES.
           05  T-ROWS              PIC 9(2).
           05  T-NOTES             PIC 9(1).
           05  T-ROW               OCCURS 1 TO 5 DEPENDING ON T-ROWS.
               10  T-ID            PIC 9(4) COMP.
               10  T-CELL          PIC X(3) OCCURS 4
                                   INDEXED BY T-X.
               10  T-SUM           PIC S9(7) COMP-3.
           05  T-NOTE              PIC X(6)
                                   OCCURS 0 TO 3 DEPENDING ON T-NOTES.
           05  T-LAST              PIC X.
