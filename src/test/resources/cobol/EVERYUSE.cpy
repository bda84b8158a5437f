      * A FIELD OF EVERY USAGE, SIGN AND KIND OF PICTURE.
       01  EVERY-USE.
           05  SHOWN-PART.
               10  U-DISPLAY           PIC 9(07).
               10  S-TRAILING          PIC S9(05)V99.
               10  S-LEADING           PIC S9(05)V99
                                       SIGN LEADING.
               10  S-TRAILING-OWN      PIC S9(05)V99
                                       SIGN TRAILING SEPARATE.
               10  S-LEADING-OWN       PIC S9(05)V99
                                       SIGN LEADING SEPARATE.
               10  S-LONG              PIC S9(16)V99.
               10  S-SCALED            PIC S9(05)PP.
               10  S-FRACTION          PIC SVPP9(04).
               10  U-BLANK             PIC 9(05) BLANK WHEN ZERO.
               10  E-SUPPRESSED        PIC Z(05)9.99-.
               10  E-STARS             PIC ***,**9.99.
               10  E-ALL-STARS         PIC *****.**.
               10  E-DOLLAR            PIC $$$,$$9.99CR.
               10  E-FIXED-DOLLAR      PIC $ZZZ,ZZ9.99DB.
               10  E-PLUS              PIC +++,++9.99.
               10  E-MINUS             PIC --,---,--9.99.
               10  E-BEFORE            PIC +Z(05)9.9.
               10  E-ALL-SUPPRESSED    PIC ZZZ,ZZZ.ZZ.
               10  E-ALL-MINUS         PIC ---,---,---.
               10  E-ALL-DOLLAR        PIC $$$,$$$.$$.
               10  E-INSERTED          PIC 99/99B990.
               10  E-BLANK             PIC ZZZZ9.99 BLANK WHEN ZERO.
               10  E-POINTLESS         PIC Z(04)9V99-.
           05  STORED-PART.
               10  P-ODD               PIC S9(05)V99 COMP-3.
               10  P-EVEN              PIC S9(06) COMP-3.
               10  P-UNSIGNED          PIC 9(05) COMP-3.
               10  P-LONG              PIC S9(16)V99 COMP-3.
               10  P-SCALED            PIC S9(03)PP COMP-3.
               10  B-SHORT             PIC S9(04) COMP.
               10  B-UNSIGNED          PIC 9(04) BINARY.
               10  B-INT               PIC S9(07)V99 COMP-4.
               10  B-LONG              PIC S9(16)V99 COMP.
               10  N-SHORT             PIC S9(04) COMP-5.
               10  N-INT               PIC S9(09) COMP-5.
               10  FILLER              PIC X.
               10  SYNC-INT            PIC S9(09) COMP SYNC.
               10  FILLER              PIC X.
               10  SYNC-SHORT          PIC S9(04) COMP SYNC.
               10  F-SHORT             COMP-1.
               10  F-LONG              COMP-2.
               10  WHOLE               PIC S9(05)V99 COMP-3.
               10  AGAIN REDEFINES WHOLE.
                   15  FIRST-BYTES     PIC X(02).
                   15  LAST-DIGITS     PIC S9(03) COMP-3.
       01  STATEMENT.
           05  LINE-COUNT              PIC 9(04) COMP.
           05  STATEMENT-LINE          OCCURS 0 TO 4 TIMES
                                       DEPENDING ON LINE-COUNT.
               10  LINE-AMOUNT         PIC S9(03) COMP-3.
           05  BEHIND                  PIC S9(05)V99 COMP-3.
