package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTestCommandTest {
    private static final String FEED = """
            feed: f
            input: { files: '*.TXT', copybook: R.cpy, encoding: us-ascii, framing: lines }
            records:
              paid: { event: MoneyDeposited, key: K, data: { amount: A | money 'EUR', text: T | trim | omit-blank } }
            """;

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void aFeed() throws IOException {
        folder = Files.createDirectory(parent.resolve("f"));
        Files.writeString(folder.resolve("R.cpy"), "01 R.\n 05 K PIC 9(3).\n 05 A PIC 9(3)V99.\n 05 T PIC X(4).\n");
        Files.writeString(folder.resolve("feed.yaml"), FEED);
    }

    @Test
    void aTestThatFailsTellsExpectedAndFoundByProperty() throws IOException {
        Files.writeString(folder.resolve("feed.yaml"), FEED + """
                tests:
                  - name: good
                    record: { K: 7, A: 1.50 }
                    expect: { event: MoneyDeposited, key: 007, data: { amount: 1.50 }, without: [text] }
                  - name: bad
                    record: { K: 7, A: 1.50, T: rent }
                    expect: { event: MoneyDeposited, key: 7, data: { amount: 1.5 }, without: [text] }
                  - name: worse
                    record: { K: 7 }
                    expect: { event: MoneyDeposited }
                  - name: worst
                    record: { K: 7, A: 1 }
                    expect: { reject: BNK-3003 }
                """);

        Terminal run = banku();

        assertThat(run.out()).isEqualTo("""
                f:
                  ok    good (feed.yaml:6)
                  FAIL  bad (feed.yaml:9)
                        key: expected "7", found "007"
                        amount: expected "1.5", found "1.50"
                        text: expected none, found "rent"
                  FAIL  worse (feed.yaml:12)
                        expected MoneyDeposited, found reject BNK-3003 of A: expected an amount above zero (the event's name\
                 says which way it moves; abs, negate or a condition in 'when' can map signs), found '0.00 EUR'
                  FAIL  worst (feed.yaml:15)
                        expected reject BNK-3003, found MoneyDeposited 007
                  1 passed, 3 failed
                """);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aFeedWithoutAnyTestIsNoSuccess() {
        Terminal run = banku();

        assertThat(run.err()).startsWith("BNK-3042 f has no tests");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aSampleThatNothingIsExpectedOfIsTheWayToTheFirstTest() throws IOException {
        sample("00700150rent\n");

        Terminal none = banku();
        Terminal accepted = banku("--accept");

        assertThat(none.err())
                .isEqualToNormalizingNewlines(
                        "BNK-3042 f has no tests yet: let --accept write what S.TXT becomes and read"
                                + " it once, or write 'tests:' in its feed.yaml\n");
        assertThat(accepted.out()).endsWith("  0 passed, 0 failed, 1 written: read what is new, and run it again\n");
        assertThat(accepted.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(banku().out()).endsWith("  1 passed, 0 failed\n");
    }

    @Test
    void whatASampleBecomesIsAcceptedAndThenHeld() throws IOException {
        sample("00700150rent\n0070x150\n008000500000\n");

        assertThat(banku().out()).contains("  -     S.TXT has no S.TXT.expected.jsonl; --accept writes it");
        assertThat(banku("--accept").code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(folder.resolve("S.TXT.expected.jsonl")).hasContent("""
                {"record":1,"type":"MoneyDeposited","key":"007","data":{"amount":"1.50","currency":"EUR","text":"rent"}}
                {"record":2,"reject":"BNK-2005","field":"A"}
                {"record":3,"type":"MoneyDeposited","key":"008","data":{"amount":"0.50","currency":"EUR","text":"0000"}}
                """);
        assertThat(banku().out()).contains("ok    S.TXT (3 lines)");

        sample("00700150rent\n00700250pays\n008000500000\n009000500000\n");
        Terminal changed = banku();

        assertThat(changed.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(changed.out())
                .contains("record 2: expected reject BNK-2005, found ")
                .contains("record 4: expected nothing, found ");
        assertThat(banku("--accept").out()).contains("record 2: expected reject BNK-2005", "written: ");
        assertThat(banku().code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aPropertyThatDiffersIsNamed() throws IOException {
        sample("00700150rent\n");
        Files.writeString(folder.resolve("S.TXT.expected.jsonl"), """
                {"record":1,"type":"MoneyDeposited","key":"007","data":{"amount":"1.51","currency":"EUR","bookedAt":"x"}}
                {"record":2,"type":"MoneyDeposited","key":"007","data":{"amount":"1.51","currency":"EUR"}}
                """);

        assertThat(banku().out()).contains("""
                        record 1, data.amount: expected "1.51", found "1.50"
                        record 1, data.bookedAt: expected "x", found none
                        record 1, data.text: expected none, found "rent"
                        record 2: expected MoneyDeposited 007, found nothing
                """);
    }

    @Test
    void aLineThatIsNoExpectationIsToldWithItsPlace() throws IOException {
        sample("00700150rent\n");
        Files.writeString(folder.resolve("S.TXT.expected.jsonl"), "{\"record\":1,\"events\":[]}\n");

        assertThat(banku().err())
                .startsWith("BNK-3043 ")
                .contains("S.TXT.expected.jsonl:1: expected record, type, key");
    }

    @Test
    void forProgramsThereIsOneJsonObject() throws IOException {
        sample("00700150rent\n");
        Files.writeString(folder.resolve("S.TXT.expected.jsonl"), "{\"record\":1,\"reject\":\"BNK-2005\"}\n");

        Terminal run = banku("--json");

        var feed = new ObjectMapper().readTree(run.out()).path("feeds").path(0);
        assertThat(feed.path("failed").asInt()).isOne();
        assertThat(feed.at("/results/0/differences/0"))
                .hasToString(
                        "{\"record\":1,\"property\":\"\",\"expected\":\"reject BNK-2005\",\"found\":\"MoneyDeposited 007\"}");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    private Terminal banku(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "feed";
        words[1] = "test";
        System.arraycopy(options, 0, words, 2, options.length);
        words[words.length - 1] = folder.toString();
        return Terminal.banku(words);
    }

    private void sample(String text) throws IOException {
        Files.writeString(folder.resolve("S.TXT"), text);
    }
}
