      * OPENS THE BANK: THE LEDGER AT CLOSE OF BUSINESS ON 19 NOVEMBER
      * 2026. SYSIN: NUMBER OF ACCOUNTS (9 DIGITS).
       IDENTIFICATION DIVISION.
       PROGRAM-ID. OPENBANK.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  CARD                        PIC 9(09).
       01  ACCOUNTS-WANTED             PIC 9(09) COMP-5.
       01  N                           PIC 9(09) COMP-5.
       01  ORDINAL                     PIC 9(09) COMP-5.
       01  LOW                         PIC 9(09) COMP-5.
       01  HIGH                        PIC 9(09) COMP-5.
       01  DRAWN                       PIC 9(09) COMP-5.
       01  SEED                        PIC 9(08) VALUE 19870901.
           COPY LEDGER.
       PROCEDURE DIVISION.
       MAIN-LINE.
           ACCEPT CARD FROM SYSIN
           MOVE CARD TO ACCOUNTS-WANTED
           CALL 'DICESEED' USING SEED
           PERFORM OPEN-ACCOUNT VARYING N FROM 1 BY 1
               UNTIL N > ACCOUNTS-WANTED
           CALL 'LEDGER' USING 'SAVE' ORDINAL LEDGER-ENTRY
           STOP RUN.

       OPEN-ACCOUNT.
           INITIALIZE LEDGER-ENTRY
           CALL 'ACCTNO' USING N LG-ACCT LG-BRANCH
           CALL 'HOLDER' USING N LG-HOLDER
           COMPUTE LG-CUSTOMER = 70000000 + N * 7
           MOVE 'GIR' TO LG-PRODUCT
           PERFORM SET-CURRENCY
           PERFORM SET-DATES
           PERFORM SET-MONEY
           PERFORM SET-STATUS
           IF N = 1
               MOVE 1234.56 TO LG-BALANCE
               MOVE 1000 TO LG-LIMIT
           END-IF
           CALL 'LEDGER' USING 'ADD ' ORDINAL LEDGER-ENTRY.

       SET-CURRENCY.
           EVALUATE TRUE
               WHEN N = 77                    MOVE 'JPY' TO LG-CCY
               WHEN FUNCTION MOD (N, 20) = 0  MOVE 'USD' TO LG-CCY
               WHEN OTHER                     MOVE 'EUR' TO LG-CCY
           END-EVALUATE.

       SET-DATES.
           MOVE 1987 TO LOW
           MOVE 2025 TO HIGH
           CALL 'DICE' USING LOW HIGH DRAWN
           COMPUTE LG-OPENED = DRAWN * 10000
           MOVE 1 TO LOW
           MOVE 12 TO HIGH
           CALL 'DICE' USING LOW HIGH DRAWN
           COMPUTE LG-OPENED = LG-OPENED + DRAWN * 100
           MOVE 28 TO HIGH
           CALL 'DICE' USING LOW HIGH DRAWN
           ADD DRAWN TO LG-OPENED
           MOVE 19 TO HIGH
           CALL 'DICE' USING LOW HIGH DRAWN
           COMPUTE LG-LAST-MOVED = 20261100 + DRAWN
           MOVE 5000 TO HIGH
           CALL 'DICE' USING LOW HIGH DRAWN
           MOVE DRAWN TO LG-MOVEMENTS.

      * EVERY TWELFTH ACCOUNT IS OVERDRAWN, THREE BEYOND THEIR LIMIT.
       SET-MONEY.
           EVALUATE FUNCTION MOD (N, 4)
               WHEN 0 MOVE 0    TO LG-LIMIT
               WHEN 1 MOVE 500  TO LG-LIMIT
               WHEN 2 MOVE 1000 TO LG-LIMIT
               WHEN 3 MOVE 2500 TO LG-LIMIT
           END-EVALUATE
           MOVE 5000 TO LOW
           MOVE 2500000 TO HIGH
           CALL 'DICE' USING LOW HIGH DRAWN
           COMPUTE LG-BALANCE = DRAWN / 100
           IF FUNCTION MOD (N, 12) = 5
               MOVE 48000 TO HIGH
               CALL 'DICE' USING LOW HIGH DRAWN
               COMPUTE LG-BALANCE = 0 - DRAWN / 100
           END-IF
           IF N = 41 OR 101 OR 161
               MOVE -1234.56 TO LG-BALANCE
           END-IF
           IF LG-CCY = 'JPY'
               MOVE 1250000 TO LG-BALANCE
               MOVE 0 TO LG-LIMIT
           END-IF.

       SET-STATUS.
           EVALUATE TRUE
               WHEN FUNCTION MOD (N, 53) = 0
                   MOVE 'C' TO LG-STATUS
                   MOVE 0 TO LG-BALANCE LG-LIMIT
               WHEN FUNCTION MOD (N, 37) = 0
                   MOVE 'B' TO LG-STATUS
               WHEN OTHER
                   MOVE 'A' TO LG-STATUS
           END-EVALUATE.
