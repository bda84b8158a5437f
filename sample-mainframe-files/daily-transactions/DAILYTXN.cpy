000100*****************************************************************
000200*  DAILYTXN   CORE87  DAILY ACCOUNT TRANSACTIONS   JOB DDA870   *
000300*  RECFM=VB  LRECL=80 (RDW + 76)                                *
000400*  ONE HEADER, TRANSACTIONS IN ORDER OF TIME, ONE TRAILER.      *
000500*  A RECORD ENDS WITH THE LAST FIELD OF ITS TYPE:               *
000600*  HD 26, OP 66, DP AND WD 54, TR 76, TL 42, CM AS ITS TEXT.    *
000700*****************************************************************
000800*  09/87 HB  FIRST VERSION                                      *
000900*  03/91 HB  TRANSFERS (TR) WITH CONTRA ACCOUNT                 * CR0412
001000*  11/98 EW  CURRENCY OF THE ACCOUNT, BUSINESS DATE 8 DIGITS    * CR1998
001100*****************************************************************
001200 01  DAILY-TXN-RECORD.
001300     05  TX-TYPE                     PIC X(02).
001400         88  TX-IS-HEADER            VALUE 'HD'.
001500         88  TX-IS-OPEN              VALUE 'OP'.
001600         88  TX-IS-DEPOSIT           VALUE 'DP'.
001700         88  TX-IS-WITHDRAWAL        VALUE 'WD'.
001800         88  TX-IS-TRANSFER          VALUE 'TR'.                  CR0412
001900         88  TX-IS-COMMENT           VALUE 'CM'.
002000         88  TX-IS-TRAILER           VALUE 'TL'.
002100     05  TX-BODY.
002200         10  TX-ACCT                 PIC 9(10).
002300         10  TX-TIME                 PIC 9(06).
002400         10  TX-CCY                  PIC X(03).                   CR1998
002500         10  TX-DETAIL               PIC X(55).
002600*            OP: A NEW ACCOUNT
002700         10  TX-OPENING              REDEFINES TX-DETAIL.
002800             15  TX-BRANCH           PIC 9(04) COMP.
002900             15  TX-PRODUCT          PIC X(03).
003000             15  TX-HOLDER           PIC X(40).
003100             15  FILLER              PIC X(10).
003200*            DP, WD, TR: MONEY MOVES
003300         10  TX-POSTING              REDEFINES TX-DETAIL.
003400             15  TX-AMOUNT           PIC S9(11)V99 COMP-3.
003500             15  TX-TELLER           PIC 9(04) COMP.
003600             15  TX-TEXT             PIC X(24).
003700*                TR ONLY                                          CR0412
003800             15  TX-CONTRA.                                       CR0412
003900                 20  TX-TO-ACCT      PIC 9(10).                   CR0412
004000                 20  TX-REF          PIC X(12).                   CR0412
004100*            CM: FOR THE OPERATOR
004200         10  TX-REMARK               REDEFINES TX-DETAIL
004300                                     PIC X(55).
004400     05  TX-HEADER                   REDEFINES TX-BODY.
004500         10  TXH-SYSTEM              PIC X(08).
004600         10  TXH-BANK                PIC 9(04).
004700         10  TXH-BUS-DATE            PIC 9(08).                   CR1998
004800         10  TXH-FILE-SEQ            PIC 9(04).
004900         10  FILLER                  PIC X(50).
005000*        CREDITS ARE DP, DEBITS ARE WD AND TR;
005100*        HASH IS THE SUM OF TX-ACCT, RIGHTMOST 15 DIGITS
005200     05  TX-TRAILER                  REDEFINES TX-BODY.
005300         10  TXT-COUNT               PIC 9(09).
005400         10  TXT-CREDITS             PIC S9(13)V99 COMP-3.
005500         10  TXT-DEBITS              PIC S9(13)V99 COMP-3.
005600         10  TXT-ACCT-HASH           PIC 9(15).
005700         10  FILLER                  PIC X(34).
