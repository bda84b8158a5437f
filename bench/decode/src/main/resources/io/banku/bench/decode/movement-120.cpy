       01  MOVEMENT.
           05  MV-TYPE        PIC X(2).
           05  MV-ACCOUNT     PIC 9(10).
           05  MV-BRANCH      PIC 9(4) COMP.
           05  MV-NUMBER      PIC S9(9) COMP.
           05  MV-AMOUNT      PIC S9(11)V99 COMP-3.
           05  MV-BALANCE     PIC S9(13)V99 COMP-3.
           05  MV-LIMIT       PIC S9(9)V99.
           05  MV-FEE         PIC S9(5)V99 COMP-3.
           05  MV-RATE        PIC S9(3)V9(4) COMP-3.
           05  MV-DATE        PIC 9(8).
           05  MV-TIME        PIC 9(6).
           05  MV-TRACE       PIC S9(18) COMP.
           05  MV-COUNT       PIC 9(5) COMP-3.
           05  FILLER         PIC X(43).
