000100*  BRANCHDP   CASH PAID IN AT A BRANCH, ONE LINE EACH
000200 01  BRANCH-DEPOSIT.
000300     05  BD-ACCT                     PIC 9(10).
000400     05  BD-AMOUNT                   PIC 9(09)V99.
000500     05  BD-CCY                      PIC X(03).
000600     05  BD-BOOKED                   PIC 9(14).
