      * A deposit of 120 bytes, with a field of each usual kind.
       01  MOVEMENT.
           05  MV-ACCOUNT   PIC X(20).
           05  MV-HOLDER    PIC X(30).
           05  MV-AMOUNT    PIC S9(9)V99.
           05  MV-TYPE      PIC X.
           05  MV-FEE       PIC S9(7)V99 COMP-3.
           05  MV-REFERENCE PIC S9(11) COMP-3.
           05  MV-NUMBER    PIC S9(9) COMP.
           05  MV-BOOKED    PIC 9(14).
           05  FILLER       PIC X(29).
