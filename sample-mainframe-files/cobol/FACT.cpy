      * WHAT A RECORD SAYS, AS THE PROGRAM THAT WRITES IT MEANS IT.
       01  FACT.
           05  EV-TYPE                 PIC X(22).
           05  EV-RECORD               PIC 9(09).
           05  EV-KEY                  PIC 9(10).
           05  EV-CCY                  PIC X(03).
           05  EV-AMOUNT               PIC S9(11)V99 COMP-3.
           05  EV-DATE                 PIC 9(08).
           05  EV-TIME                 PIC 9(06).
           05  EV-TEXT                 PIC X(24).
           05  EV-TRANSFER             PIC X(12).
           05  EV-COUNTERPARTY         PIC 9(10).
           05  EV-HOLDER               PIC X(40).
           05  EV-STATUS               PIC X(01).
