      * WRITES WHAT A RECORD MEANS AS ONE LINE OF JSON TO THE FILE
      * EVENTS; THE TYPE CLOSE ENDS THE FILE. ALL TIMES OF THE
      * SAMPLES ARE VIENNA'S WINTER TIME.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. EVENTS.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT EVENT-FILE ASSIGN TO EVENTS
               ORGANIZATION LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  EVENT-FILE.
       01  LINE-OUT                    PIC X(400).
       WORKING-STORAGE SECTION.
       01  IS-OPEN                     PIC X VALUE 'N'.
       01  NEXT-COLUMN                 PIC 9(04) COMP-5.
       01  PROPERTY-NAME               PIC X(20).
       01  PROPERTY-VALUE              PIC X(50).
       01  SEPARATOR                   PIC X.
       01  RECORD-EDITED               PIC Z(08)9.
       01  AMOUNT-EDITED               PIC -(11)9.99.
       01  WHOLE-EDITED                PIC -(11)9.
       01  DATE-EDITED                 PIC 9999/99/99.
       01  TIME-EDITED                 PIC 99/99/99.
       LINKAGE SECTION.
           COPY FACT.
       PROCEDURE DIVISION USING FACT.
       ANSWER.
           IF EV-TYPE = 'CLOSE'
               CLOSE EVENT-FILE
               GOBACK
           END-IF
           IF IS-OPEN = 'N'
               OPEN OUTPUT EVENT-FILE
               MOVE 'Y' TO IS-OPEN
           END-IF
           PERFORM START-LINE
           EVALUATE EV-TYPE
               WHEN 'AccountOpened'         PERFORM OPENED
               WHEN 'AccountDescribed'      PERFORM DESCRIBED
               WHEN 'BalanceBroughtForward' PERFORM BROUGHT-FORWARD
               WHEN OTHER                   PERFORM POSTED
           END-EVALUATE
           STRING '}}' DELIMITED BY SIZE
               INTO LINE-OUT WITH POINTER NEXT-COLUMN
           WRITE LINE-OUT
           GOBACK.

       START-LINE.
           MOVE SPACES TO LINE-OUT
           MOVE 1 TO NEXT-COLUMN
           MOVE SPACE TO SEPARATOR
           MOVE EV-RECORD TO RECORD-EDITED
           STRING '{"key":"' EV-KEY '","type":"'
                  FUNCTION TRIM (EV-TYPE) '","record":'
                  FUNCTION TRIM (RECORD-EDITED) ',"data":{'
               DELIMITED BY SIZE
               INTO LINE-OUT WITH POINTER NEXT-COLUMN.

       OPENED.
           PERFORM ADD-CURRENCY
           PERFORM ADD-HOLDER
           MOVE 'openedOn' TO PROPERTY-NAME
           PERFORM ADD-DATE.

       DESCRIBED.
           PERFORM ADD-HOLDER
           MOVE 'limit' TO PROPERTY-NAME
           PERFORM ADD-AMOUNT
           PERFORM ADD-CURRENCY
           MOVE 'status' TO PROPERTY-NAME
           EVALUATE EV-STATUS
               WHEN 'A' MOVE 'open'    TO PROPERTY-VALUE
               WHEN 'B' MOVE 'blocked' TO PROPERTY-VALUE
               WHEN 'C' MOVE 'closed'  TO PROPERTY-VALUE
           END-EVALUATE
           PERFORM ADD-PROPERTY.

       BROUGHT-FORWARD.
           MOVE 'amount' TO PROPERTY-NAME
           PERFORM ADD-AMOUNT
           PERFORM ADD-CURRENCY
           MOVE 'asOf' TO PROPERTY-NAME
           PERFORM ADD-DATE.

       POSTED.
           MOVE 'amount' TO PROPERTY-NAME
           PERFORM ADD-AMOUNT
           PERFORM ADD-CURRENCY
           MOVE 'bookedAt' TO PROPERTY-NAME
           PERFORM ADD-DATE-TIME
           IF EV-TEXT NOT = SPACES
               MOVE 'text' TO PROPERTY-NAME
               MOVE EV-TEXT TO PROPERTY-VALUE
               PERFORM ADD-PROPERTY
           END-IF
           IF EV-TRANSFER NOT = SPACES
               MOVE 'transfer' TO PROPERTY-NAME
               MOVE EV-TRANSFER TO PROPERTY-VALUE
               PERFORM ADD-PROPERTY
               MOVE 'counterparty' TO PROPERTY-NAME
               MOVE EV-COUNTERPARTY TO PROPERTY-VALUE
               PERFORM ADD-PROPERTY
           END-IF.

       ADD-CURRENCY.
           MOVE 'currency' TO PROPERTY-NAME
           MOVE EV-CCY TO PROPERTY-VALUE
           PERFORM ADD-PROPERTY.

       ADD-HOLDER.
           MOVE 'holder' TO PROPERTY-NAME
           MOVE EV-HOLDER TO PROPERTY-VALUE
           PERFORM ADD-PROPERTY.

      * YEN HAVE NO DECIMALS.
       ADD-AMOUNT.
           IF EV-CCY = 'JPY'
               MOVE EV-AMOUNT TO WHOLE-EDITED
               MOVE FUNCTION TRIM (WHOLE-EDITED) TO PROPERTY-VALUE
           ELSE
               MOVE EV-AMOUNT TO AMOUNT-EDITED
               MOVE FUNCTION TRIM (AMOUNT-EDITED) TO PROPERTY-VALUE
           END-IF
           PERFORM ADD-PROPERTY.

       ADD-DATE.
           PERFORM EDIT-DATE
           MOVE DATE-EDITED TO PROPERTY-VALUE
           PERFORM ADD-PROPERTY.

       ADD-DATE-TIME.
           PERFORM EDIT-DATE
           MOVE EV-TIME TO TIME-EDITED
           INSPECT TIME-EDITED REPLACING ALL '/' BY ':'
           MOVE SPACES TO PROPERTY-VALUE
           STRING DATE-EDITED 'T' TIME-EDITED '+01:00'
               DELIMITED BY SIZE INTO PROPERTY-VALUE
           PERFORM ADD-PROPERTY.

       EDIT-DATE.
           MOVE EV-DATE TO DATE-EDITED
           INSPECT DATE-EDITED REPLACING ALL '/' BY '-'.

       ADD-PROPERTY.
           IF SEPARATOR NOT = SPACE
               STRING SEPARATOR DELIMITED BY SIZE
                   INTO LINE-OUT WITH POINTER NEXT-COLUMN
           END-IF
           MOVE ',' TO SEPARATOR
           STRING '"' FUNCTION TRIM (PROPERTY-NAME) '":"'
                  FUNCTION TRIM (PROPERTY-VALUE) '"'
               DELIMITED BY SIZE
               INTO LINE-OUT WITH POINTER NEXT-COLUMN.
