package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed makes of each record of a file, before anything is published. */
class DecodeByFeedTest {
    @TempDir
    Path folder;

    private Path feed;
    private Path file;

    @BeforeEach
    void writeFeed() throws IOException {
        feed = Files.createDirectory(folder.resolve("cash"));
        Files.writeString(feed.resolve("R.cpy"), """
                01  R.
                    05  KIND  PIC X.
                    05  ACCT  PIC 9(5).
                    05  AMT   PIC 9(3)V99.
                    05  OTHER PIC 9(5).
                """);
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: cash
                input: { files: "CASH*", copybook: R.cpy, encoding: us-ascii, framing: lines }
                records:
                  head: { when: KIND = 'H', role: skip }
                  in:   { when: KIND = 'D', event: MoneyDeposited, key: ACCT, data: { amount: "AMT | money 'EUR'" } }
                  move: { when: KIND = 'T', transfer: { from: ACCT, to: OTHER, reference: "'X' ACCT" }, data: { amount: "AMT | money 'EUR'" } }
                """);
        file = Files.writeString(folder.resolve("CASH1"), """
                H
                D0471100500
                T047110010004712
                D04711005-0
                X0471100500
                """);
    }

    @Test
    void eachRecordIsShownWithItsRuleAndItsEvents() {
        Terminal run = Terminal.banku("decode", file.toString(), "--feed", feed.toString());

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                record 1 at byte 0, rule head, skipped
                record 2 at byte 2, rule in
                  MoneyDeposited 04711 {"account":"04711","amount":"5.00","currency":"EUR"}
                record 3 at byte 14, rule move
                  MoneySent 04711 {"account":"04711","amount":"1.00","currency":"EUR","transfer":"X04711","counterparty":"04712"}
                  MoneyReceived 04712 {"account":"04712","amount":"1.00","currency":"EUR","transfer":"X04711","counterparty":"04711"}
                record 4 at byte 31, rule in
                  ? BNK-2005 AMT at record 4, byte 0x6, PIC 9(3)V99: expected digits X'30' to X'39', found X'2D' in byte 4 of 5 [30 30 35 2D 30]
                record 5 at byte 43, no rule
                  ? BNK-3001 KIND at record 5, byte 0x0, PIC X: unknown record type: expected a record that a rule of the feed matches, found KIND 'X' [58]
                """);
        assertThat(run.err()).contains("banku: 2 of 5 records do not decode");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void asJsonEachRecordIsALine() {
        Terminal run = Terminal.banku("decode", file.toString(), "--feed", feed.toString(), "--json", "-n", "4");

        assertThat(run.out().lines().toList())
                .hasSize(4)
                .satisfies(
                        lines -> assertThat(lines.get(0))
                                .isEqualTo(
                                        "{\"record\":1,\"fileOffset\":0,\"rule\":\"head\",\"outcome\":\"skipped\",\"events\":[]}"))
                .satisfies(lines -> assertThat(lines.get(1))
                        .isEqualTo(
                                "{\"record\":2,\"fileOffset\":2,\"rule\":\"in\",\"outcome\":\"published\",\"events\":["
                                        + "{\"type\":\"MoneyDeposited\",\"key\":\"04711\",\"data\":{\"account\":\"04711\",\"amount\":\"5.00\","
                                        + "\"currency\":\"EUR\"}}]}"))
                .satisfies(lines -> assertThat(lines.get(3))
                        .startsWith(
                                "{\"reject\":{\"record\":4,\"fileOffset\":31,\"code\":\"BNK-2005\",\"rule\":\"in\""));
    }

    @Test
    void aRowSaysWhichRuleARecordMatchesAndWhatBecomesOfIt() throws IOException {
        Path rejects = folder.resolve("rejects");

        Terminal run = Terminal.banku(
                "decode",
                file.toString(),
                "--feed",
                feed.toString(),
                "--csv",
                "--fields",
                "KIND,ACCT,AMT",
                "--rejects",
                rejects.toString());

        assertThat(run.out()).isEqualTo("""
                record,rule,outcome,KIND,ACCT,AMT\r
                1,head,skipped,H,,\r
                2,in,published,D,04711,5.00\r
                3,move,published,T,04711,1.00\r
                5,,rejected,X,04711,5.00\r
                """);
        assertThat(run.err()).contains("BNK-2005 AMT at record 4", "BNK-3001 KIND at record 5", "2 of 5 records");
        assertThat(rejects).content().contains("\"record\":4,", "\"record\":5,");
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void aConditionAloneLeavesTheEventsOfTheRecordsThatItAsksFor() {
        Terminal run = Terminal.banku(
                "decode", file.toString(), "--feed", feed.toString(), "--where", "KIND = 'T' and AMT < 2");

        assertThat(run.out()).startsWith("record 3 at byte 14, rule move\n  MoneySent 04711 ");
        assertThat(run.err()).contains("banku: 5 records read, 1 of them as --where asks");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aRejectThatTheConditionAsksForIsCountedAmongThoseItAsksFor() {
        Terminal run =
                Terminal.banku("decode", file.toString(), "--feed", feed.toString(), "--where", "KIND = 'X'", "--csv");

        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("1 of 5 records do not decode; 1 are as --where asks");
    }

    @Test
    void statisticsAreOfTheFieldsAsTheFeedReadsThem() throws IOException {
        Files.writeString(
                feed.resolve("feed.yaml"),
                Files.readString(feed.resolve("feed.yaml"))
                        .replace("framing: lines", "framing: lines, fields: { AMT: { spaces: zero } }"));
        Files.writeString(file, "D04711     \nD0471200100\n");

        Terminal run = Terminal.banku("decode", file.toString(), "--feed", feed.toString(), "--stats");

        assertThat(run.out())
                .containsPattern("AMT +2 +0 +2 +0.00 +1.00")
                .containsPattern("ACCT +2 +0 +2 +04711 +04712");
    }

    @Test
    void whatIsPrivateIsNotShown() throws IOException {
        Files.writeString(feed.resolve("feed.yaml"), Files.readString(feed.resolve("feed.yaml")) + "private: [AMT]\n");

        Terminal run = Terminal.banku("decode", file.toString(), "--feed", feed.toString(), "--json", "--record", "4");

        assertThat(run.out()).contains("private, not shown").doesNotContain("bytes", "30 30 35");
    }

    @Test
    void aFileThatTheFeedDoesNotClaimIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("OTHER"), "H\n");

        Terminal run = Terminal.banku("decode", other.toString(), "--feed", feed.toString());

        assertThat(run.err()).contains("expected a file that the feed cash claims (CASH*), found OTHER");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(Terminal.banku("decode", other.toString(), "--feed", feed.toString(), "--name", "CASH9")
                        .out())
                .isEqualTo("record 1 at byte 0, rule head, skipped\n");
    }

    @Test
    void aFeedAndOptionsThatItSaysItselfExcludeEachOther() {
        Terminal both = Terminal.banku("decode", file.toString(), "--feed", feed.toString(), "--framing", "rdw");
        Terminal neither = Terminal.banku("decode", file.toString());

        assertThat(both.err()).contains("expected either --copybook");
        assertThat(neither.err()).contains("expected either --copybook", "found neither");
        assertThat(both.code()).isEqualTo(ExitCode.USAGE.number());
    }
}
