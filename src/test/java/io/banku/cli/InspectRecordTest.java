package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single records as {@code banku inspect} shows them, and what of them it hides. */
class InspectRecordTest {
    private static final String ACCOUNTS = "sample-mainframe-files/account-master/";
    private static final String TRANSACTIONS = "sample-mainframe-files/daily-transactions/";
    private static final String FRAMING = "{fixed: {length: 120}}";

    @TempDir
    Path folder;

    @Test
    void aRecordIsARulerItsTextItsBytesInTwoLinesAndTheFieldsOnThem() throws IOException {
        Terminal run = accounts("--record", "2");

        assertThat(run.out())
                .contains("record 2 at byte 120 (0x78), 120 bytes\n")
                .contains("          0----+----1----+----2----+----3----+----4----+----5----+----6---\n")
                .contains("text      10000000471170000007..GIRAEUR... ±...|....ojæ00010000{...é******\n")
                .contains("hex       FFFFFFFFFFFFFFFFFFFF00CCDCCED0034822340000999FFFFFFFFC0005******\n")
                .contains("          100000004711700000070179915492000F062F000061C00010000000C1******\n")
                .contains("fields    |R|ACCT-----|CUSTOME|B|PR||CC|OPEN|LAS|BALANC|LIMIT---|MOV|HOLDE\n")
                .contains("byte 64   -+----7----+----8----+----9----+----0----+----1----+----\n")
                .containsPattern("38  AM-BALANCE +PIC S9\\(11\\)V99 COMP-3 +00000000969.19\n");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aByteOfTheFileLeadsToTheRecordThatItIsInOrThatComesBehindIt() {
        Terminal run = Terminal.banku("inspect", TRANSACTIONS + "TXN.D261121.BIN", "--offset", "0x1f,12");

        assertThat(run.out())
                .contains("record 1 at byte 4 (0x4), 26 bytes, byte 12 of the file is its byte 8 (0x8)")
                .contains(
                        "record 2 at byte 34 (0x22), 35 bytes, the first one behind byte 31 (0x1F) of the file, which is no"
                                + " part of a record");
    }

    @Test
    void aRecordOrAByteThatIsNotThereIsRefusedInWords() {
        Terminal record = accounts("--record", "3000");
        Terminal offset = accounts("--offset", "30840");
        Terminal zero = accounts("--record", "0");

        assertThat(record.err()).contains("expected record 3000, found the end of the file after record 257");
        assertThat(offset.err()).contains("expected byte 30840, found the end of the file after 30,840 bytes");
        assertThat(record.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(offset.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(zero.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void whereNoRecordsAreKnownBytesAreShown() throws IOException {
        Path zeros = Files.write(folder.resolve("ZEROS"), new byte[300]);

        Terminal run = Terminal.banku("inspect", zeros.toString(), "--offset", "290");
        Terminal behind = Terminal.banku("inspect", zeros.toString(), "--offset", "300");
        Terminal record = Terminal.banku("inspect", zeros.toString(), "--record", "1");

        assertThat(run.out())
                .contains("10 bytes of the file from byte 290 (0x122) on, as no framing is known")
                .contains("hex       0000000000\n");
        assertThat(behind.err()).contains("expected byte 300, found the end of the file before it");
        assertThat(behind.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(record.err()).contains("say it with --framing");
    }

    @Test
    void namesAreHiddenUnlessSomebodyAsksForThem() throws IOException {
        Terminal masked = accounts("--record", "2");
        Terminal shown = accounts("--record", "2", "--unmask");
        Terminal json = accounts("--record", "2", "--json");
        Terminal fields = Terminal.banku(
                "inspect", ACCOUNTS + "ACM.D261120.DAT", "-c", ACCOUNTS + "ACCTMAST.cpy", "--framing", FRAMING);

        String holder = shown.out().replaceAll("(?s).*AM-HOLDER +PIC X\\(40\\) +(\\S+).*", "$1");
        JsonNode field = new ObjectMapper().readTree(json.out()).at("/records/0/fields/12");
        assertThat(holder).matches("\\p{L}+");
        assertThat(masked.out()).doesNotContain(holder).containsPattern("AM-HOLDER +PIC X\\(40\\) +\\*\\*\\*\n");
        assertThat(json.out()).doesNotContain(holder);
        assertThat(field.path("field").asText()).isEqualTo("AM-HOLDER");
        assertThat(field.path("value").asText()).isEqualTo("***");
        assertThat(fields.out()).containsPattern("AM-HOLDER +PIC X\\(40\\) +\\d+ of \\d+ +not shown: --unmask");
    }

    @Test
    void inARecordThatDoesNotFitNobodyKnowsWhereTheNamesAre() throws IOException {
        Path copybook = Files.writeString(
                folder.resolve("ACCTMAST.cpy"),
                Files.readString(Path.of(ACCOUNTS, "ACCTMAST.cpy")).replaceFirst("(AM-CCY +PIC X)\\(03\\)", "$1(23)"));

        Terminal run = Terminal.banku(
                "inspect",
                ACCOUNTS + "ACM.D261120.DAT",
                "-c",
                copybook.toString(),
                "--framing",
                FRAMING,
                "--encoding",
                "cp037",
                "--record",
                "2");

        assertThat(run.out())
                .contains("record 2 at byte 120 (0x78), 120 bytes, which does not fit")
                .contains("text      ********************..*******")
                .doesNotContain("GIR");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void whatATerminalWouldObeyIsAPoint() throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] record = "REC\u001B[31m\u0007\u009B2J|@|<b>".getBytes(Charset.forName("IBM1047"));
            record[2] = (byte) (0xC1 + i);
            records.add(record);
        }
        Path file = folder.resolve("HOSTILE");
        Files.write(file, new byte[0]);
        for (byte[] record : records) {
            Files.write(file, record, java.nio.file.StandardOpenOption.APPEND);
        }
        Path copybook = Files.writeString(folder.resolve("X.cpy"), "       01  R. 05  A PIC X(3). 05  B PIC X(15).\n");
        int length = records.get(0).length;

        Terminal run = Terminal.banku(
                "inspect",
                file.toString(),
                "-c",
                copybook.toString(),
                "--framing",
                "{fixed: {length: " + length + "}}",
                "--encoding",
                "cp1047",
                "--record",
                "1");

        assertThat(run.out()).doesNotContain("\u001B", "\u0007", "\u009B").contains("|@|<b>");
    }

    @Test
    void aFeedSaysHowTheFileIsReadAndWhichRulesItsRecordsMatch() {
        Terminal run = Terminal.banku("inspect", TRANSACTIONS + "TXN.D261121.BIN", "--feed", "feeds-of-tests");
        Terminal good = Terminal.banku(
                "inspect", ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS.substring(0, ACCOUNTS.length() - 1));
        Terminal record =
                Terminal.banku("inspect", ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS, "--record", "1,2");

        assertThat(run.err()).contains("BNK-3047 expected a folder with a feed.yaml");
        assertThat(good.out())
                .contains("it fits 257 of the 257 records looked at")
                .containsPattern("rules +.*header \\(1\\)")
                .doesNotContain("feed        ");
        assertThat(good.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(record.out()).contains("record 1 at byte 0 (0x0), 120 bytes, rule header");
    }

    @Test
    void whatAFeedSaysAndIsNotSoInTheFileIsTold() {
        Terminal run = Terminal.banku("inspect", ACCOUNTS + "ACM.D261120.DAT", "--feed", TRANSACTIONS);

        assertThat(run.out())
                .contains("feed        it claims TXN.D{date:yyMMdd}.BIN, and this file's name is another one")
                .contains(
                        "feed        by its framing, rdw, the file does not fall into records to its end: byte 0 (0x0)")
                .contains("feed        it says framing: rdw, which makes 0 records of it; the bytes say")
                .contains("it fits 0 of the 0 records looked at");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void aFeedOrOptionsSayHowAFileIsRead() {
        Terminal run = Terminal.banku(
                "inspect", ACCOUNTS + "ACM.D261120.DAT", "--feed", ACCOUNTS, "-c", ACCOUNTS + "ACCTMAST.cpy");

        assertThat(run.err()).contains("expected --feed, which says how the file is read, or options that say it");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void aProgramReadsHowACopybookFits() throws IOException {
        Terminal run = Terminal.banku(
                "inspect",
                ACCOUNTS + "ACM.D261120.DAT",
                "-c",
                ACCOUNTS + "ACCTMAST.cpy",
                "--framing",
                FRAMING,
                "--json");
        JsonNode copybook = new ObjectMapper().readTree(run.out()).path("copybook");

        assertThat(copybook.path("fits").asBoolean()).isTrue();
        assertThat(copybook.path("legal").asInt()).isEqualTo(257);
        assertThat(copybook.at("/fields/0/field").asText()).isEqualTo("AM-REC-TYPE");
        assertThat(copybook.path("proposals")).isEmpty();
    }

    /** X'98 76 54 32 1F' has no letters and digits of a code page, and is a person's number all the same. */
    @Test
    void inARecordThatDoesNotFitNoByteOfAPackedPrivateFieldIsSeen() throws IOException {
        Path copybook = Files.writeString(folder.resolve("P.cpy"), """
                       01  R.
                           05  KIND    PIC X(2).
                           05  SSN     PIC 9(9) COMP-3.
                           05  COUNT-OF PIC 9(4).
                """);
        byte[] good = HexFormat.of().parseHex("C4C7" + "987654321F" + "F0F0F0F1");
        byte[] shifted = HexFormat.of().parseHex("C4C7" + "4A4A" + "204F06551F" + "F0F0");
        Path file = folder.resolve("P.BIN");
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 40; i++) {
                out.write(i == 29 ? shifted : good);
            }
        }
        for (String form : List.of("--hex", "--json")) {
            Terminal run = Terminal.banku(
                    "inspect",
                    file.toString(),
                    "-c",
                    copybook.toString(),
                    "--framing",
                    "{fixed: {length: 11}}",
                    "--encoding",
                    "cp037",
                    "--record",
                    "30",
                    form);

            assertThat(run.out()).as(form).contains("***********").doesNotContainIgnoringCase("204f06551f");
        }
    }

    /** Record 19 does not fit, and any of its bytes may be private: its time is no 999999. */
    @Test
    void whatMayBePrivateIsNotTheGreatestValueOfANumber() {
        Terminal run = Terminal.banku(
                "inspect",
                "sample-mainframe-files/daily-transactions/broken/TXN.D261123.BIN",
                "--feed",
                "sample-mainframe-files/daily-transactions");

        assertThat(run.out())
                .containsPattern("TX-TIME .* 121 of 121 +\\d{6} to \\d{6}")
                .doesNotContain("999999");
    }

    @Test
    void ofAPlaceThatSeveralKindsOfRecordShareOnlyThePrivateBytesAreHidden() throws IOException {
        Path feed = Files.createDirectory(folder.resolve("loans"));
        Files.writeString(feed.resolve("L.cpy"), """
                       01  L.
                           05  KIND PIC X.
                           05  BODY PIC X(20).
                           05  PARTY REDEFINES BODY.
                               10  P-NAME PIC X(8).
                               10  P-CITY PIC X(12).
                           05  NOTE REDEFINES BODY.
                               10  N-TOPIC PIC X(6).
                               10  N-TEXT PIC X(14).
                """);
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: loans
                input: { files: 'L*', copybook: L.cpy, encoding: us-ascii, framing: lines }
                private: [P-NAME]
                records:
                  party: { when: KIND = 'P', event: AccountOpened, key: KIND, data: { currency: "'EUR'", holder: P-CITY } }
                  note:  { when: KIND = 'N', event: AccountOpened, key: KIND, data: { currency: "'EUR'", holder: N-TOPIC } }
                  other: { when: KIND = 'O', role: skip }
                """);
        Path file = Files.writeString(
                folder.resolve("L1"), "PHUBERKARVIENNAWIEDEN\nNRENEWSAND NOTES HERE\nOHUBERKARVIENNAWIEDEN\n");

        String party = Terminal.banku("inspect", file.toString(), "--feed", feed.toString(), "--record", "1")
                .out();
        String note = Terminal.banku("inspect", file.toString(), "--feed", feed.toString(), "--record", "2")
                .out();
        String other = Terminal.banku("inspect", file.toString(), "--feed", feed.toString(), "--record", "3")
                .out();

        assertThat(party).contains("text      P********VIENNAWIEDEN\n").doesNotContain("HUBER");
        assertThat(note).contains("text      NRENEWSAND NOTES HERE\n");
        assertThat(other).contains("text      O********VIENNAWIEDEN\n").doesNotContain("HUBER");
    }

    private static Terminal accounts(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "inspect", ACCOUNTS + "ACM.D261120.DAT", "-c", ACCOUNTS + "ACCTMAST.cpy", "--framing", FRAMING));
        words.addAll(Arrays.asList(more));
        return Terminal.banku(words.toArray(String[]::new));
    }
}
