package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a feed calls private, no command shows of what it makes of a file, unless it is asked to. */
class PrivateValuesTest {
    private static final String FEED = """
            feed: f
            input: { files: '*.TXT', copybook: R.cpy, encoding: us-ascii, framing: lines }
            private: [NAME, ACCT, A-NAME, MARK(*)]
            shared: { money: { amount: AMT | money 'EUR' } }
            records:
              paid:  { when: KIND = 'P', event: MoneyDeposited, key: ACCT, data: { shared: money, text: NAME | trim } }
              moved: { when: KIND = 'M', transfer: { from: ACCT, to: OTHER, reference: "'R' OTHER" }, data: money }
              a:     { when: KIND = 'A', role: skip }
              b: { when: KIND = 'B', event: MoneyDeposited, key: OTHER, data: { shared: money, text: B-TEXT | trim } }
            """;

    private static final String COPYBOOK = """
            01 R.
             05 KIND PIC X.
             05 ACCT PIC 9(4).
             05 OTHER PIC 9(4).
             05 AMT PIC 9(3)V99.
             05 NAME PIC X(8).
              88 IS-HUBER VALUE 'HUBERKAR'.
             05 BODY PIC X(12).
             05 A-BODY REDEFINES BODY.
              10 A-NAME PIC X(8).
              10 A-REST PIC X(4).
             05 B-BODY REDEFINES BODY.
              10 B-TEXT PIC X(6).
              10 B-MORE PIC X(6).
             05 MARK PIC X OCCURS 2.
              88 IS-MARKED VALUE 'M'.
            """;

    private static final String RECORDS = """
            P4711002200150HUBERKARAAAAAAAABBBB
            M4711002200150HUBERKARAAAAAAAABBBB
            P4711002200x50HUBERKARAAAAAAAABBBB
            A4711002200150HUBERKARGRUBERINBBBB
            B4711002200150HUBERKARINVOICEABBBB
            """;

    @TempDir
    Path parent;

    private Path folder;
    private Path file;

    @BeforeEach
    void aFeed() throws IOException {
        folder = Files.createDirectory(parent.resolve("f"));
        Files.writeString(folder.resolve("R.cpy"), COPYBOOK);
        Files.writeString(folder.resolve("feed.yaml"), FEED);
        file = Files.writeString(folder.resolve("S.TXT"), RECORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feed map F S",
                "feed map F S --json",
                "feed map F S --record 2",
                "feed diff F NEW S",
                "feed diff F NEW S --json",
                "decode S --feed F",
                "decode S --feed F --json",
                "decode S --feed F --csv",
                "decode S --feed F --fields NAME,BODY",
                "decode S --feed F --fields NAME,ACCT,BODY,A-NAME,B-TEXT,B-MORE",
                "decode S --feed F --json --fields NAME,ACCT,A-NAME,B-TEXT",
                "decode S --feed F --stats",
                "decode S --feed F --stats --json",
            })
    void noListingShowsThem(String command) throws IOException {
        Path changed = changed("NAME | trim", "NAME | substring 1 7");

        Terminal masked = run(command, changed);
        Terminal shown = run(command + " --unmask", changed);

        assertThat(masked.out() + masked.err())
                .doesNotContain("HUBER", "4711", "GRUBER")
                .contains(command.contains("diff") ? "private, not shown" : "***");
        assertThat(shown.out() + shown.err()).containsPattern("HUBER|4711").doesNotContain("***", "private");
    }

    @Test
    void aTestThatFailsTellsThatTheyDifferAndNoWordOfThem() throws IOException {
        Files.writeString(folder.resolve("feed.yaml"), FEED + """
                tests:
                  - name: t
                    record: { KIND: P, ACCT: 4711, AMT: 1.50, NAME: HUBERKAR }
                    expect: { event: MoneyDeposited, key: 4712, data: { amount: 1.51, text: HUBERIN } }
                """);
        Files.writeString(folder.resolve("S.TXT.expected.jsonl"), """
                {"record":1,"type":"MoneyDeposited","key":"4712","data":{"amount":"1.50","text":"HUBERIN"}}
                {"record":2,"type":"MoneySent","key":"4711","data":{}}
                {"record":3,"type":"AccountDescribed","key":"4711","data":{"holder":"HUBERIN"}}
                """);

        Terminal masked = run("feed test F", folder);
        Terminal json = run("feed test F --json", folder);
        Terminal shown = run("feed test F --unmask", folder);

        assertThat(masked.out())
                .contains("        key: expected a value (private, not shown), found another one\n")
                .contains("        text: expected a value (private, not shown), found another one\n")
                .contains("        amount: expected \"1.51\", found \"1.50\"\n")
                .contains("record 1, data.text: expected a value (private, not shown), found another one\n")
                .contains("record 2: expected MoneySent ***, found MoneySent ***, MoneyReceived 0022\n")
                .contains("record 3: expected AccountDescribed ***, found reject BNK-2005\n")
                .doesNotContain("HUBER", "471");
        assertThat(json.out()).contains("private, not shown").doesNotContain("HUBER", "471");
        assertThat(shown.out()).contains("text: expected \"HUBERIN\", found \"HUBERKAR\"", "key: expected \"4712\"");
    }

    @Test
    void whatIsExpectedOfAnotherKindOfEventIsNotToldEither() throws IOException {
        String withdrawn = FEED.replace("MoneyDeposited, key: OTHER", "MoneyWithdrawn, key: OTHER");
        Files.writeString(folder.resolve("feed.yaml"), withdrawn + """
                tests:
                  - name: t
                    record: { KIND: B, OTHER: 22, AMT: 1.50, B-TEXT: INVOIC }
                    expect: { event: MoneyDeposited, key: 4711, data: { text: HUBERIN } }
                """);

        Terminal masked = run("feed test F", folder);

        assertThat(masked.out())
                .contains("event: expected \"MoneyDeposited\", found \"MoneyWithdrawn\"")
                .contains("text: expected a value (private, not shown), found another one\n")
                .doesNotContain("HUBER", "4711");
    }

    @Test
    void whatOneOfTwoDefinitionsCallsPrivateNoneShowsWhereTheFileDoesNotFallIntoRecords() throws IOException {
        String fixed = FEED.replace("framing: lines", "framing: fixed");
        Files.writeString(folder.resolve("feed.yaml"), fixed);
        Path open = Files.createDirectory(parent.resolve("open"));
        Files.writeString(open.resolve("R.cpy"), COPYBOOK);
        Files.writeString(open.resolve("feed.yaml"), fixed.replaceAll("private: .*", ""));
        Files.writeString(file, "P4711002200150HUBERKARAAAAAAAABBBBMMHUBERKARHUBERKAR");

        for (String command : List.of("feed diff F NEW S", "feed diff NEW F S")) {
            String told = run(command, open).out().replaceAll("The file begins .*", "");

            assertThat(told).as(command).contains("BNK-21").doesNotContain("48 55 42");
        }
    }

    @Test
    void aLineThatIsNoExpectationIsToldWithoutItsWords() throws IOException {
        Files.writeString(folder.resolve("S.TXT.expected.jsonl"), "{\"record\":1,\"holder\":\"HUBER\"}\n");
        Terminal one = run("feed test F", folder);
        Terminal shown = run("feed test F --unmask", folder);
        Files.writeString(folder.resolve("S.TXT.expected.jsonl"), "{\"record\":1,HUBER}\n");
        Terminal other = run("feed test F", folder);

        assertThat(one.err() + other.err()).contains("BNK-3043").doesNotContain("HUBER");
        assertThat(other.err()).endsWith("expected a JSON object, found something else (private, not shown)\n");
        assertThat(shown.err()).contains("HUBER");
    }

    @Test
    void whatAnotherKindOfRecordHasOnTheSameBytesIsShownWhereARuleReadsIt() throws IOException {
        JsonNode a = rows("KIND,A-NAME,B-TEXT,B-MORE", 4);
        JsonNode b = rows("KIND,A-NAME,B-TEXT,B-MORE", 5);

        assertThat(a).hasToString("""
                {"record":4,"rule":"a","outcome":"skipped","KIND":"A","A-NAME":"***","B-TEXT":"***","B-MORE":"***"}""");
        assertThat(b).hasToString("""
                {"record":5,"rule":"b","outcome":"published","KIND":"B","A-NAME":"***","B-TEXT":"INVOIC",\
                "B-MORE":"***"}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAME = 'HUBERKAR'",
                "ACCT > 4000",
                "BODY = 'X'",
                "KIND = 'A' and B-TEXT = 'GRUBER'",
                "IS-HUBER",
                "IS-MARKED(2)"
            })
    void noConditionAsksForThem(String condition) {
        Terminal masked = Terminal.banku("decode", file.toString(), "--feed", folder.toString(), "--where", condition);
        Terminal shown = Terminal.banku(
                "decode", file.toString(), "--feed", folder.toString(), "--where", condition, "--unmask");

        assertThat(masked.err()).contains("BNK-3049 expected a condition that asks for nothing private, found ");
        assertThat(masked.out()).isEmpty();
        assertThat(masked.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(shown.code()).isNotEqualTo(ExitCode.USAGE.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "{ rdw: {} }", "{ lines: { width: 34 } }", "{ length-field: { field: OTHER } }"})
    void aFileThatDoesNotFallIntoRecordsShowsNoBytesButItsFirstOnes(String framing) throws IOException {
        Files.writeString(folder.resolve("feed.yaml"), FEED.replace("framing: lines", "framing: " + framing));
        String first = framing.contains("rdw") ? "\0\046\0\0" : "";
        Files.writeString(file, first + "P4711003400150HUBERKARAAAAAAAABBBBHUBERKARHUBERKARHUBERKARHUBERKAR");
        String secret = "48 55|55 42|42 45|45 52|52 4B|HUBER|52 48";

        for (String command :
                List.of("feed map F S", "feed diff F F S", "decode S --feed F", "decode S --feed F --csv")) {
            Terminal masked = run(command, folder);
            String told = (masked.out() + masked.err()).replaceAll("The file begins .*", "");

            assertThat(told).as(command).contains("BNK-21").doesNotContainPattern(secret);
            assertThat(masked.code()).isEqualTo(ExitCode.REFUSED.number());
        }
    }

    private JsonNode rows(String fields, int record) throws IOException {
        Terminal run = Terminal.banku(
                "decode",
                file.toString(),
                "--feed",
                folder.toString(),
                "--json",
                "--fields",
                fields,
                "--record",
                String.valueOf(record));
        return new ObjectMapper().readTree(run.out());
    }

    private Path changed(String before, String after) throws IOException {
        Path other = Files.createDirectory(parent.resolve("changed"));
        Files.copy(folder.resolve("R.cpy"), other.resolve("R.cpy"));
        Files.writeString(other.resolve("feed.yaml"), FEED.replace(before, after));
        return other;
    }

    private Terminal run(String command, Path other) {
        return Terminal.banku(Arrays.stream(command.split(" "))
                .map(word -> switch (word) {
                    case "F" -> folder.toString();
                    case "NEW" -> other.toString();
                    case "S" -> file.toString();
                    default -> word;
                })
                .toArray(String[]::new));
    }
}
