      * A FILE OF VARIABLE RECORDS AS Z/OS SENDS IT IN BINARY WITH
      * RDW: TWO BYTES LENGTH, THE FOUR OF THE WORD INCLUDED, TWO OF
      * ZERO, THEN THE RECORD. OPEN TAKES THE NAME FROM TXNOUT.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. RDWFILE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  FILE-NAME                   PIC X(256).
       01  FILE-HANDLE                 PIC X(04).
       01  FILE-OFFSET                 PIC 9(18) COMP.
       01  BYTES-TO-WRITE              PIC 9(09) COMP.
       01  TO-WRITE                    PIC X VALUE X"02".
       01  NO-LOCK                     PIC X VALUE X"00".
       01  NO-DEVICE                   PIC X VALUE X"00".
       01  NO-FLAGS                    PIC X VALUE X"00".
       01  RDW.
           05  RDW-LENGTH              PIC 9(04) COMP.
           05  FILLER                  PIC X(02) VALUE X"0000".
       01  FILLED                      PIC 9(09) COMP-5.
       01  BUFFER                      PIC X(32760).
       LINKAGE SECTION.
       01  WANTED                      PIC X(05).
       01  RECORD-BYTES                PIC X(256).
       01  RECORD-LENGTH               PIC 9(09) COMP-5.
       PROCEDURE DIVISION USING WANTED RECORD-BYTES RECORD-LENGTH.
       ANSWER.
           EVALUATE WANTED
               WHEN 'OPEN'  PERFORM OPEN-FILE
               WHEN 'WRITE' PERFORM WRITE-RECORD
               WHEN 'CLOSE' PERFORM WRITE-BUFFER
                            CALL 'CBL_CLOSE_FILE' USING FILE-HANDLE
           END-EVALUATE
           GOBACK.

       OPEN-FILE.
           MOVE 0 TO FILLED FILE-OFFSET
           ACCEPT FILE-NAME FROM ENVIRONMENT 'TXNOUT'
           CALL 'CBL_CREATE_FILE'
               USING FILE-NAME TO-WRITE NO-LOCK NO-DEVICE FILE-HANDLE
           PERFORM STOP-IF-FAILED.

       WRITE-RECORD.
           IF FILLED + 4 + RECORD-LENGTH > LENGTH OF BUFFER
               PERFORM WRITE-BUFFER
           END-IF
           COMPUTE RDW-LENGTH = RECORD-LENGTH + 4
           MOVE RDW TO BUFFER (FILLED + 1 : 4)
           MOVE RECORD-BYTES (1 : RECORD-LENGTH)
               TO BUFFER (FILLED + 5 : RECORD-LENGTH)
           COMPUTE FILLED = FILLED + 4 + RECORD-LENGTH.

       WRITE-BUFFER.
           MOVE FILLED TO BYTES-TO-WRITE
           CALL 'CBL_WRITE_FILE' USING FILE-HANDLE FILE-OFFSET
               BYTES-TO-WRITE NO-FLAGS BUFFER
           PERFORM STOP-IF-FAILED
           ADD FILLED TO FILE-OFFSET
           MOVE 0 TO FILLED.

       STOP-IF-FAILED.
           IF RETURN-CODE NOT = 0
               DISPLAY 'CANNOT WRITE ' FUNCTION TRIM (FILE-NAME)
                   UPON SYSERR
               STOP RUN RETURNING 16
           END-IF.
