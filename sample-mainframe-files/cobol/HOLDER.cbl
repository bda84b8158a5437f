      * WHO HOLDS THE N-TH ACCOUNT: A PERSON; THE 30TH, 60TH, 90TH AND
      * 120TH A FIRM.
      * TEXT IS ISO-8859-15 HERE; UMLAUTS ARE WRITTEN AS THEIR BYTES.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. HOLDER.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  FIRST-NAMES.
           05  PIC X(10) VALUE 'ANNA'.
           05  PIC X(10) VALUE 'KARL'.
           05  PIC X(10) VALUE 'B' & X"C4" & 'RBEL'.
           05  PIC X(10) VALUE 'J' & X"DC" & 'RGEN'.
           05  PIC X(10) VALUE 'MARIA'.
           05  PIC X(10) VALUE 'G' & X"DC" & 'NTHER'.
           05  PIC X(10) VALUE 'EVA'.
           05  PIC X(10) VALUE 'FRANZ'.
           05  PIC X(10) VALUE 'K' & X"C4" & 'THE'.
           05  PIC X(10) VALUE 'JOSEF'.
           05  PIC X(10) VALUE X"D6" & 'ZLEM'.
           05  PIC X(10) VALUE 'PETER'.
           05  PIC X(10) VALUE 'GRETE'.
           05  PIC X(10) VALUE 'J' & X"D6" & 'RG'.
           05  PIC X(10) VALUE 'HELGA'.
           05  PIC X(10) VALUE 'OTTO'.
           05  PIC X(10) VALUE 'REN' & X"C9" & 'E'.
           05  PIC X(10) VALUE 'PAUL'.
           05  PIC X(10) VALUE 'ULLA'.
           05  PIC X(10) VALUE 'H' & X"C4" & 'NSEL'.
       01  REDEFINES FIRST-NAMES.
           05  FIRST-NAME OCCURS 20    PIC X(10).
       01  LAST-NAMES.
           05  PIC X(10) VALUE X"C5" & 'BERG'.
           05  PIC X(10) VALUE 'M' & X"DC" & 'LLER'.
           05  PIC X(10) VALUE 'HUBER'.
           05  PIC X(10) VALUE 'GRUBER'.
           05  PIC X(10) VALUE 'WEI' & X"DF".
           05  PIC X(10) VALUE 'BAUER'.
           05  PIC X(10) VALUE 'WAGNER'.
           05  PIC X(10) VALUE 'P' & X"D6" & 'LZL'.
           05  PIC X(10) VALUE 'STEINER'.
           05  PIC X(10) VALUE 'G' & X"D6" & 'SCHL'.
           05  PIC X(10) VALUE 'MAYER'.
           05  PIC X(10) VALUE X"D6" & 'LLINGER'.
           05  PIC X(10) VALUE 'FUCHS'.
           05  PIC X(10) VALUE 'K' & X"D6" & 'NIG'.
           05  PIC X(10) VALUE 'SCH' & X"C4" & 'FER'.
           05  PIC X(10) VALUE 'BERGER'.
           05  PIC X(10) VALUE 'H' & X"DC" & 'BNER'.
           05  PIC X(10) VALUE 'WOLF'.
           05  PIC X(10) VALUE 'GRO' & X"DF".
           05  PIC X(10) VALUE 'LANG'.
           05  PIC X(10) VALUE 'J' & X"C4" & 'GER'.
           05  PIC X(10) VALUE 'NU' & X"D1" & 'EZ'.
           05  PIC X(10) VALUE 'NOVAK'.
       01  REDEFINES LAST-NAMES.
           05  LAST-NAME OCCURS 23     PIC X(10).
       01  FIRMS.
           05  PIC X(30) VALUE '1-' & X"A4" & '-LADEN GMBH'.
           05  PIC X(30) VALUE 'B' & X"C4" & 'CKEREI GR' & X"DC"
               & 'NWALD & S' & X"D6" & 'HNE KG'.
           05  PIC X(30) VALUE 'CAF' & X"C9" & ' ZENTRAL OHG'.
           05  PIC X(30) VALUE 'M' & X"DC" & 'HLVIERTLER HOLZ AG'.
       01  REDEFINES FIRMS.
           05  FIRM OCCURS 4           PIC X(30).
       01  FIRM-NO                     PIC 9(09) COMP-5.
       01  REST-OF                     PIC 9(09) COMP-5.
       01  FIRST-NAME-NO               PIC 9(09) COMP-5.
       01  LAST-NAME-NO                PIC 9(09) COMP-5.
       LINKAGE SECTION.
       01  ORDINAL                     PIC 9(09) COMP-5.
       01  HOLDER-NAME                 PIC X(40).
       PROCEDURE DIVISION USING ORDINAL HOLDER-NAME.
       NAME-OF.
           DIVIDE ORDINAL BY 30 GIVING FIRM-NO REMAINDER REST-OF
           IF REST-OF = 0 AND FIRM-NO <= 4
               MOVE FIRM (FIRM-NO) TO HOLDER-NAME
               GOBACK
           END-IF
           DIVIDE ORDINAL BY 20
               GIVING REST-OF REMAINDER FIRST-NAME-NO
           DIVIDE ORDINAL BY 23
               GIVING REST-OF REMAINDER LAST-NAME-NO
           MOVE SPACES TO HOLDER-NAME
           STRING FIRST-NAME (FIRST-NAME-NO + 1) DELIMITED BY SPACE
                  ' ' DELIMITED BY SIZE
                  LAST-NAME (LAST-NAME-NO + 1) DELIMITED BY SPACE
               INTO HOLDER-NAME
           GOBACK.
