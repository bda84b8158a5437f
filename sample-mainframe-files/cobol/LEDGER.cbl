      * THE BANK'S LEDGER, HELD IN MEMORY WHILE A PROGRAM RUNS.
      * LOAD AND SAVE READ LEDGERIN AND WRITE LEDGEROT; GET, PUT AND
      * ADD MOVE ONE ENTRY; THE FIRST ACCOUNT IS NUMBER 1.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. LEDGER.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT OLD-LEDGER ASSIGN TO LEDGERIN
               ORGANIZATION SEQUENTIAL.
           SELECT NEW-LEDGER ASSIGN TO LEDGEROT
               ORGANIZATION SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  OLD-LEDGER.
       01  OLD-ENTRY                   PIC X(101).
       FD  NEW-LEDGER.
       01  NEW-ENTRY                   PIC X(101).
       WORKING-STORAGE SECTION.
       01  ACCOUNTS.
           05  ACCOUNT OCCURS 110000   PIC X(101).
       01  HELD                        PIC 9(09) COMP-5 VALUE 0.
       01  N                           PIC 9(09) COMP-5.
       01  OLD-LEDGER-END              PIC X VALUE 'N'.
       LINKAGE SECTION.
       01  WANTED                      PIC X(04).
       01  ORDINAL                     PIC 9(09) COMP-5.
           COPY LEDGER.
       PROCEDURE DIVISION USING WANTED ORDINAL LEDGER-ENTRY.
       ANSWER.
           EVALUATE WANTED
               WHEN 'LOAD' PERFORM LOAD-ALL
               WHEN 'SAVE' PERFORM SAVE-ALL
               WHEN 'GET'  MOVE ACCOUNT (ORDINAL) TO LEDGER-ENTRY
               WHEN 'PUT '  MOVE LEDGER-ENTRY TO ACCOUNT (ORDINAL)
               WHEN 'ADD'  ADD 1 TO HELD
                           MOVE HELD TO ORDINAL
                           MOVE LEDGER-ENTRY TO ACCOUNT (HELD)
           END-EVALUATE
           GOBACK.

       LOAD-ALL.
           OPEN INPUT OLD-LEDGER
           PERFORM UNTIL OLD-LEDGER-END = 'Y'
               READ OLD-LEDGER
                   AT END MOVE 'Y' TO OLD-LEDGER-END
                   NOT AT END
                       ADD 1 TO HELD
                       MOVE OLD-ENTRY TO ACCOUNT (HELD)
               END-READ
           END-PERFORM
           CLOSE OLD-LEDGER
           MOVE HELD TO ORDINAL.

       SAVE-ALL.
           OPEN OUTPUT NEW-LEDGER
           PERFORM VARYING N FROM 1 BY 1 UNTIL N > HELD
               WRITE NEW-ENTRY FROM ACCOUNT (N)
           END-PERFORM
           CLOSE NEW-LEDGER.
