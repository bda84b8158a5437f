000100*****************************************************************
000200*  ACCTMAST   CORE87  ACCOUNT MASTER, NIGHTLY UNLOAD  JOB DDA910*
000300*  RECFM=FB  LRECL=120                                          *
000400*  TYPE 00 HEADER, 10 ONE PER ACCOUNT, 99 TRAILER               *
000500*****************************************************************
000600*  06/87 HB  FIRST VERSION                                      *
000700*  01/99 EW  CURRENCY; CODE PAGE 1140                           * CR2002
000800*****************************************************************
000900 01  ACCOUNT-MASTER-RECORD.
001000     05  AM-REC-TYPE                 PIC X(02).
001100         88  AM-IS-HEADER            VALUE '00'.
001200         88  AM-IS-ACCOUNT           VALUE '10'.
001300         88  AM-IS-TRAILER           VALUE '99'.
001400     05  AM-BODY.
001500         10  AM-ACCT                 PIC 9(10).
001600         10  AM-CUSTOMER             PIC 9(08).
001700         10  AM-BRANCH               PIC 9(04) COMP.
001800         10  AM-PRODUCT              PIC X(03).
001900         10  AM-STATUS               PIC X(01).
002000             88  AM-IS-ACTIVE        VALUE 'A'.
002100             88  AM-IS-BLOCKED       VALUE 'B'.
002200             88  AM-IS-CLOSED        VALUE 'C'.
002300         10  AM-CCY                  PIC X(03).                   CR2002
002400*            YYYYMMDD
002500         10  AM-OPENED               PIC 9(08) COMP-3.
002600*            YYYYDDD, ZERO IF NEVER
002700         10  AM-LAST-MOVED           PIC 9(07) COMP-3.
002800         10  AM-BALANCE              PIC S9(11)V99 COMP-3.
002900*            AGREED OVERDRAFT
003000         10  AM-LIMIT                PIC S9(07)V99.
003100         10  AM-MOVEMENTS            PIC 9(09) COMP.
003200         10  AM-HOLDER               PIC X(40).
003300         10  FILLER                  PIC X(22).
003400     05  AM-HEADER                   REDEFINES AM-BODY.
003500         10  AMH-SYSTEM              PIC X(08).
003600         10  AMH-BANK                PIC 9(04).
003700         10  AMH-BUS-DATE            PIC 9(08) COMP-3.
003800         10  AMH-FILE-SEQ            PIC 9(04) COMP.
003900         10  FILLER                  PIC X(99).
004000     05  AM-TRAILER                  REDEFINES AM-BODY.
004100         10  AMT-COUNT               PIC 9(09) COMP.
004200         10  AMT-BALANCES            PIC S9(13)V99 COMP-3.
004300*            SUM OF AM-ACCT, RIGHTMOST 15 DIGITS
004400         10  AMT-ACCT-HASH           PIC 9(15) COMP-3.
004500         10  FILLER                  PIC X(98).
