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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code banku decode} with {@code --where}, {@code --fields}, {@code --csv} and {@code --stats}. */
class DecodeFormsTest {
    private static final String FOLDER = "sample-mainframe-files/daily-transactions/";

    @TempDir
    Path folder;

    @Test
    void aConditionOfTheFeedsLanguageSaysWhichRecordsAreShown() {
        Terminal run = transactions("--where", "TX-TYPE = 'DP' and TX-AMOUNT > 2400", "--fields", "TX-TYPE,TX-AMOUNT");

        List<String> amounts =
                run.out().lines().filter(line -> line.contains("TX-AMOUNT")).toList();
        assertThat(run.out().lines().filter(line -> line.contains("TX-TYPE"))).containsOnly("  TX-TYPE = DP");
        assertThat(amounts)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Double.parseDouble(line.replaceAll(".*= ", "")))
                        .isGreaterThan(2400));
        assertThat(run.err()).contains("banku: 403 records read, " + amounts.size() + " of them as --where asks");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aConditionThatIsNoneAndAFieldThatIsNotThereAreToldWithWhatThereIs() {
        Terminal or = transactions("--where", "TX-TYPE = 'DP' or TX-TYPE = 'WD'");
        Terminal name = transactions("--where", "TX-AMUNT > 5");
        Terminal field = transactions("--fields", "TX-AMUNT");
        Terminal quote = transactions("--where", "TX-TYPE = 'D");
        Terminal both = transactions("--csv", "--json");
        Terminal doubled = transactions("--where", "TX-TYPE = \"DP\"");
        Terminal empty = transactions("--fields", "");

        assertThat(or.err()).contains("expected 'and' or the end, found or");
        assertThat(name.err()).contains("TX-AMUNT", "TX-AMOUNT");
        assertThat(field.err()).contains("expected fields of the copybook, found TX-AMUNT; did you mean TX-AMOUNT?");
        assertThat(doubled.err()).contains("found \"DP\": write 'DP'");
        assertThat(empty.err()).contains("--fields: expected fields of the copybook, found an empty name");
        assertThat(List.of(or, name, field, quote, both, doubled, empty))
                .allSatisfy(run -> assertThat(run.code()).isEqualTo(ExitCode.USAGE.number()));
    }

    @Test
    void aRecordOfWhichTheConditionCannotBeToldIsAReject() {
        Terminal run = transactions("--where", "TX-AMOUNT > 0", "--csv");

        assertThat(run.err()).containsPattern("TX-AMOUNT at record 1,").contains("records do not decode");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void rowsHaveAHeadAndNumbersAsTheyAre() throws IOException {
        Path file = Files.write(
                folder.resolve("X.DAT"),
                "ab\"c 0125}-0k=1+2 00001x,y, zz0000{0q @a   00001 2".getBytes(Charset.forName("IBM1047")));
        Path copybook = Files.writeString(folder.resolve("X.cpy"), """
                       01  R.
                           05  NAME PIC X(5).
                           05  AMOUNT PIC S9(3)V99.
                           05  MARK PIC X(3).
                           05  TEXT PIC X(5).
                           05  FILLER PIC X(4).
                           05  PART PIC X OCCURS 3.
                """);

        Terminal run =
                Terminal.banku("decode", file.toString(), "-c", copybook.toString(), "--encoding", "cp1047", "--csv");

        assertThat(run.out())
                .isEqualTo("NAME,AMOUNT,MARK,TEXT,PART(1),PART(2),PART(3)\r\n"
                        + "\"ab\"\"c\",-12.50,'-0k,'=1+2,1,x,\",\"\r\n"
                        + "\"y, zz\",0.00,0q,'@a,1,,2\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1|'=1",
                "+1|'+1",
                "-1|'-1",
                "@a|'@a",
                "a=1|a=1",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "~ a~|\" a\"",
                "~ =1~|' =1"
            })
    void aCellIsNoFormulaAndOneCell(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @Test
    void aNumberWithoutSignAndDecimalsKeepsItsZerosButNotInJson() throws IOException {
        Path file = Files.writeString(folder.resolve("X.DAT"), "0047110042+00700500\n0000000007-00700009\n");
        Path copybook = Files.writeString(folder.resolve("X.cpy"), """
                       01  R.
                           05  ACCT PIC 9(10).
                           05  SIGNED PIC S9(3) SIGN LEADING SEPARATE.
                           05  AMT PIC 9(3)V99.
                """);
        String[] words = {
            "decode",
            file.toString(),
            "-c",
            copybook.toString(),
            "--encoding",
            "us-ascii",
            "--framing",
            "{lines: {longest: 30}}",
            "--fields",
            "ACCT,SIGNED,AMT"
        };

        assertThat(run(words, "--csv").out()).contains("\r\n0047110042,7,5.00\r\n0000000007,-7,0.09\r\n");
        assertThat(run(words).out()).contains("  ACCT = 0047110042\n  SIGNED = 7\n");
        assertThat(run(words, "--stats").out()).containsPattern("ACCT +2 +0 +2 +0000000007 +0047110042");
        assertThat(run(words, "--json").out()).startsWith("{\"ACCT\":47110042,\"SIGNED\":7,\"AMT\":5.00}");
    }

    @Test
    void howManyRecordsFulfilTheConditionIsToldBesideRejectsToo() {
        Terminal run = transactions("--where", "TX-AMOUNT > 2400", "--csv");

        assertThat(run.err()).containsPattern("banku: \\d+ of 403 records do not decode; \\d+ are as --where asks");
    }

    @Test
    void whatARecordDoesNotHaveIsAnEmptyCell() {
        Terminal run = transactions("--csv", "--fields", "TX-TYPE,TX-AMOUNT", "-n", "3");

        assertThat(run.out()).startsWith("TX-TYPE,TX-AMOUNT\r\nHD,\r\n");
    }

    @Test
    void aGroupIsAllFieldsInItAndJsonOfSomeFieldsIsFlat() throws IOException {
        Terminal run = transactions("--json", "--fields", "TX-AMOUNT,TX-TYPE", "--where", "TX-TYPE = 'DP'", "-n", "9");

        JsonNode first =
                new ObjectMapper().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(first.fieldNames()).toIterable().containsExactly("TX-AMOUNT", "TX-TYPE");
        assertThat(first.path("TX-AMOUNT").isNumber()).isTrue();
    }

    @Test
    void statisticsSayWhatIsInEachField() throws IOException {
        Terminal text = transactions("--stats", "--fields", "TX-TYPE,TX-AMOUNT");
        Terminal json = transactions("--stats", "--json", "--fields", "TX-TYPE");
        JsonNode code = new ObjectMapper().readTree(json.out());

        assertThat(text.out()).containsPattern("field +values +illegal +distinct +least +greatest +commonest\n");
        assertThat(text.out()).containsPattern("TX-TYPE +403 +0 +\\d+ +CM +\\S+ +DP \\(\\d+\\)");
        assertThat(code.path("values").asInt()).isEqualTo(403);
        assertThat(code.at("/commonest/0/value").asText()).isEqualTo("DP");
    }

    @Test
    void ofManyDifferentValuesItIsToldAmongWhichTheCommonestIsOne() throws IOException {
        String lines = IntStream.rangeClosed(0, 10_000)
                .mapToObj(each -> String.format("%05d%n", each))
                .collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("X.DAT"), lines + "00007\n");
        Path copybook = Files.writeString(folder.resolve("X.cpy"), "       01  R.\n           05  KEY PIC 9(5).\n");
        String[] words = {
            "decode",
            file.toString(),
            "-c",
            copybook.toString(),
            "--encoding",
            "us-ascii",
            "--framing",
            "lines",
            "--stats"
        };

        assertThat(run(words).out())
                .containsPattern("KEY +10002 +0 +over 10000 +00000 +10000 +00007 \\(2\\)")
                .endsWith(
                        "the commonest of KEY are those of the first 10,000 different values: what came first behind them"
                                + " is not counted one by one" + System.lineSeparator());
        assertThat(run(words, "--json").out()).contains("\"commonestOfFirst\":10000}");
    }

    @Test
    void ofManyValuesNotAllAreCounted() {
        FieldStats stats = new FieldStats(false);
        for (int i = 0; i < 20_000; i++) {
            stats.add(String.valueOf(i), true);
        }
        stats.add("7", true);

        assertThat(stats.distinct()).isEqualTo("over 10000");
        assertThat(stats.hasMore()).isTrue();
        assertThat(stats.least() + " to " + stats.greatest()).isEqualTo("0 to 19999");
        assertThat(stats.commonest()).extracting(each -> each.getKey()).containsExactly("7");
    }

    private static Terminal run(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return Terminal.banku(all.toArray(String[]::new));
    }

    private static Terminal transactions(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "decode",
                FOLDER + "TXN.D261121.BIN",
                "-c",
                FOLDER + "DAILYTXN.cpy",
                "--framing",
                "rdw",
                "--values",
                "short-text=ends-early"));
        words.addAll(Arrays.asList(more));
        return Terminal.banku(words.toArray(String[]::new));
    }

    /** COBOL allows it, as long as nobody calls one of them without its group. */
    @Test
    void fieldsOfOneNameInSeveralGroupsStayApart() throws IOException {
        Path copybook = Files.writeString(folder.resolve("S.cpy"), """
                       01  R.
                           05  DEBIT.
                               10  AMOUNT  PIC 9(2).
                           05  CREDIT.
                               10  AMOUNT  PIC 9(2).
                """);
        Path file = Files.writeString(folder.resolve("S.TXT"), "1122\n1133\n");

        Terminal csv = decode(file, copybook, "--csv");
        Terminal json = decode(file, copybook, "--fields", "AMOUNT", "--json");
        Terminal stats = decode(file, copybook, "--stats");

        assertThat(csv.out()).isEqualTo("DEBIT.AMOUNT,CREDIT.AMOUNT\r\n11,22\r\n11,33\r\n");
        assertThat(json.out().lines()).first().isEqualTo("{\"DEBIT.AMOUNT\":11,\"CREDIT.AMOUNT\":22}");
        assertThat(stats.out())
                .containsPattern("DEBIT.AMOUNT +2 +0 +1 +11 +11")
                .containsPattern("CREDIT.AMOUNT +2 +0 +2 +22 +33");
    }

    @Test
    void aValueThatIsNoneIsCountedAtTheOccurrenceThatHasIt() throws IOException {
        Path copybook = Files.writeString(folder.resolve("O.cpy"), """
                       01  R.
                           05  LINE-OF OCCURS 2.
                               10  AMOUNT  PIC 9(2).
                """);
        Path file = Files.writeString(folder.resolve("O.TXT"), "1122\n11ZZ\n");

        assertThat(decode(file, copybook, "--stats").out())
                .containsPattern("AMOUNT\\(1\\) +1 +0 ")
                .containsPattern("AMOUNT\\(2\\) +1 +1 ");
    }

    private static Terminal decode(Path file, Path copybook, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "decode", file.toString(), "-c", copybook.toString(), "--framing", "lines", "--encoding", "us-ascii"));
        words.addAll(Arrays.asList(more));
        return Terminal.banku(words.toArray(String[]::new));
    }
}
