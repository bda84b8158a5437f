      * ONE ACCOUNT AS THE BANK KNOWS IT.
       01  LEDGER-ENTRY.
           05  LG-ACCT                 PIC 9(10).
           05  LG-CUSTOMER             PIC 9(08).
           05  LG-BRANCH               PIC 9(04).
           05  LG-PRODUCT              PIC X(03).
           05  LG-STATUS               PIC X(01).
               88  LG-IS-ACTIVE        VALUE 'A'.
               88  LG-IS-CLOSED        VALUE 'C'.
           05  LG-CCY                  PIC X(03).
           05  LG-OPENED               PIC 9(08).
           05  LG-LAST-MOVED           PIC 9(08).
           05  LG-BALANCE              PIC S9(11)V99 COMP-3.
           05  LG-LIMIT                PIC S9(07)V99 COMP-3.
           05  LG-MOVEMENTS            PIC 9(09) COMP.
           05  LG-HOLDER               PIC X(40).
