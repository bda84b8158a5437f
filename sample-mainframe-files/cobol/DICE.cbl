      * DRAWS A NUMBER FROM LOW TO HIGH: LEHMER'S GENERATOR, SO THAT
      * EVERY RUN DRAWS THE SAME. DICESEED STARTS A SERIES.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. DICE.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  STATE                       PIC S9(18) COMP-5 VALUE 1987.
       01  PRODUCT-OF                  PIC S9(18) COMP-5.
       01  QUOTIENT-OF                 PIC S9(18) COMP-5.
       01  SPAN                        PIC S9(18) COMP-5.
       LINKAGE SECTION.
       01  LOW                         PIC 9(09) COMP-5.
       01  HIGH                        PIC 9(09) COMP-5.
       01  DRAWN                       PIC 9(09) COMP-5.
       01  SEED                        PIC 9(08).
       PROCEDURE DIVISION USING LOW HIGH DRAWN.
       DRAW.
           PERFORM NEXT-STATE
           COMPUTE SPAN = HIGH - LOW + 1
           DIVIDE STATE BY SPAN GIVING QUOTIENT-OF REMAINDER DRAWN
           ADD LOW TO DRAWN
           GOBACK.

       ENTRY 'DICESEED' USING SEED.
       START-SERIES.
           MOVE SEED TO STATE
           PERFORM NEXT-STATE 10 TIMES
           GOBACK.

       NEXT-STATE.
           MULTIPLY 48271 BY STATE GIVING PRODUCT-OF
           DIVIDE PRODUCT-OF BY 2147483647
               GIVING QUOTIENT-OF REMAINDER STATE.
