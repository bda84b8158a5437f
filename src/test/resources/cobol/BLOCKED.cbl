      * WRITES VARIABLE RECORDS IN BLOCKS (RECFM=VB): A DESCRIPTOR WORD
      * FOR EACH BLOCK, ONE FOR EACH RECORD, BOTH COUNTING THEMSELVES.
      * A BLOCK IS CLOSED BEFORE IT WOULD BE LONGER THAN 300 BYTES.
      * PRINTS WHAT IT HAS WRITTEN. DIGITS AND SIGNS ARE EBCDIC.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BLOCKED.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  FIXED-PART.
           COPY BLKFIXED.
       01  TABLE-PART.
           COPY BLKTABLE.
       COPY EBCDIC.
       01  FILE-NAME                   PIC X(256).
       01  FILE-HANDLE                 PIC X(04).
       01  FILE-OFFSET                 PIC 9(18) COMP VALUE 0.
       01  BYTES-TO-WRITE              PIC 9(09) COMP.
       01  TO-WRITE                    PIC X VALUE X"02".
       01  NO-FLAGS                    PIC X VALUE X"00".
       01  OUT-BLOCK.
           05  BLOCK-LENGTH            PIC 9(04) COMP.
           05  FILLER                  PIC X(02) VALUE X"0000".
           05  BLOCK-BYTES             PIC X(1000).
       01  FILLED                      PIC 9(04) COMP-5 VALUE 0.
       01  DESCRIBED.
           05  RECORD-LENGTH           PIC 9(04) COMP.
           05  FILLER                  PIC X(02) VALUE X"0000".
       01  FIXED-BYTES                 PIC 9(04) COMP-5.
       01  TABLE-BYTES                 PIC 9(04) COMP-5.
       01  N                           PIC 9(04) COMP-5.
       01  L                           PIC 9(04) COMP-5.
       01  LINES-NOW                   PIC 9(04) COMP-5.
       01  SHOWN-N                     PIC 9(02).
       01  SHOWN-L                     PIC 9.
       01  SHOWN-TYPE                  PIC X(02).
       01  SHOWN                       PIC -(9)9.99.
       PROCEDURE DIVISION.
       MAIN-LINE.
           ACCEPT FILE-NAME FROM ENVIRONMENT 'RECORDS'
           CALL 'CBL_CREATE_FILE'
               USING FILE-NAME TO-WRITE NO-FLAGS NO-FLAGS FILE-HANDLE
           PERFORM VARYING N FROM 1 BY 1 UNTIL N > 40
               PERFORM FILL-RECORD
               PERFORM PRINT-RECORD
               PERFORM WRITE-RECORD
           END-PERFORM
           PERFORM CLOSE-BLOCK
           CALL 'CBL_CLOSE_FILE' USING FILE-HANDLE
           STOP RUN.

       FILL-RECORD.
           COMPUTE LINES-NOW = FUNCTION MOD (N * 7, 10)
           MOVE LINES-NOW TO B-COUNT
           MOVE SPACES TO B-BODY
           COMPUTE B-ACCOUNT = N * 4711
           IF FUNCTION MOD (N, 3) = 0
               MOVE 'ST' TO B-TYPE
               COMPUTE STM-AMOUNT = (20 - N) * 1234.56
               COMPUTE STM-DAYS = N - 20
           ELSE
               MOVE 'BL' TO B-TYPE
               COMPUTE BAL-CENTS = (N - 20) * 1000003
               COMPUTE BAL-AMOUNT = (20 - N) * 98765.43
           END-IF
           PERFORM VARYING L FROM 1 BY 1 UNTIL L > LINES-NOW
               COMPUTE LINE-AMOUNT (L) = (L - 5) * N * 11
           END-PERFORM
           COMPUTE B-AFTER = 20 - N.

       PRINT-RECORD.
           MOVE N TO SHOWN-N
           MOVE B-TYPE TO SHOWN-TYPE
           DISPLAY SHOWN-N ' B-TYPE ' SHOWN-TYPE
           MOVE B-ACCOUNT TO SHOWN
           DISPLAY SHOWN-N ' B-ACCOUNT ' SHOWN
           IF B-TYPE = 'ST'
               MOVE STM-AMOUNT TO SHOWN
               DISPLAY SHOWN-N ' STM-AMOUNT ' SHOWN
               MOVE STM-DAYS TO SHOWN
               DISPLAY SHOWN-N ' STM-DAYS ' SHOWN
           ELSE
               MOVE BAL-CENTS TO SHOWN
               DISPLAY SHOWN-N ' BAL-CENTS ' SHOWN
               MOVE BAL-AMOUNT TO SHOWN
               DISPLAY SHOWN-N ' BAL-AMOUNT ' SHOWN
           END-IF
           PERFORM VARYING L FROM 1 BY 1 UNTIL L > LINES-NOW
               MOVE L TO SHOWN-L
               MOVE LINE-AMOUNT (L) TO SHOWN
               DISPLAY SHOWN-N ' LINE-AMOUNT(' SHOWN-L ') ' SHOWN
           END-PERFORM
           MOVE B-AFTER TO SHOWN
           DISPLAY SHOWN-N ' B-AFTER ' SHOWN.

       WRITE-RECORD.
           MOVE FUNCTION LENGTH (FIXED-PART) TO FIXED-BYTES
           MOVE FUNCTION LENGTH (TABLE-PART) TO TABLE-BYTES
           COMPUTE RECORD-LENGTH = FIXED-BYTES + TABLE-BYTES + 4
           IF FILLED + RECORD-LENGTH + 4 > 300
               PERFORM CLOSE-BLOCK
           END-IF
           MOVE DESCRIBED TO BLOCK-BYTES (FILLED + 1:4)
           ADD 4 TO FILLED
           MOVE FIXED-PART TO BLOCK-BYTES (FILLED + 1:FIXED-BYTES)
      * AS BYTES: OF A SIGNED ITEM INSPECT WOULD LEAVE OUT THE SIGN
           INSPECT BLOCK-BYTES (FILLED + 1:8)
               CONVERTING ISO-BYTES TO EBCDIC-BYTES
           IF B-TYPE = 'ST'
               INSPECT BLOCK-BYTES (FILLED + 9:9)
                   CONVERTING ISO-BYTES TO EBCDIC-BYTES
           END-IF
           ADD FIXED-BYTES TO FILLED
           MOVE TABLE-PART TO BLOCK-BYTES (FILLED + 1:TABLE-BYTES)
           INSPECT BLOCK-BYTES (FILLED + 1:2)
               CONVERTING ISO-BYTES TO EBCDIC-BYTES
           ADD TABLE-BYTES TO FILLED
           INSPECT BLOCK-BYTES (FILLED - 3:4)
               CONVERTING ISO-BYTES TO EBCDIC-BYTES.

       CLOSE-BLOCK.
           COMPUTE BLOCK-LENGTH = FILLED + 4
           COMPUTE BYTES-TO-WRITE = FILLED + 4
           CALL 'CBL_WRITE_FILE' USING FILE-HANDLE FILE-OFFSET
               BYTES-TO-WRITE NO-FLAGS OUT-BLOCK
           ADD BYTES-TO-WRITE TO FILE-OFFSET
           MOVE 0 TO FILLED.
