package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file would become, and what a changed definition makes of it: {@code banku feed map} and {@code diff}. */
class FeedMapCommandTest {
    private static final Path TXN = Path.of("sample-mainframe-files/daily-transactions");

    @TempDir
    Path parent;

    @Test
    void aRecordIsShownAsItsEventsWouldBePublished() throws IOException {
        Terminal run = map("TXN.D261121.BIN", "--record", "4", "-o", "ndjson");

        JsonNode sent =
                new ObjectMapper().readTree(run.out().lines().findFirst().orElseThrow());
        String batch = sent.at("/value/batch").asText();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(sent.get("key").asText()).isEqualTo("0044000196");
        assertThat(sent.at("/headers/ce_type").asText()).isEqualTo("MoneySent");
        assertThat(sent.at("/headers/ce_id").asText()).isEqualTo(batch + "/4/0");
        assertThat(sent.at("/value/counterparty").asText()).isEqualTo("0043000012");
        assertThat(batch).as("as README and operations.md name it").startsWith("0ceac42d1475");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aWholeFileEndsWithItsCountsAndControls() {
        Terminal run = map("broken/TXN.D261123.BIN");

        assertThat(run.out())
                .contains("record 19 at byte ", "  ? BNK-2006 TX-AMOUNT: ")
                .contains("123 read = 119 published + 1 rejected + 3 skipped, 142 events")
                .contains("  control credits open: expected 23051.71, found 22926.71 (difference -125.00)");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void whatCannotBeReadIsToldBehindWhatCould() {
        Terminal run = map("broken/TXN.D261124.BIN");

        assertThat(run.out()).contains("record 2 at byte ");
        assertThat(run.err()).contains("BNK-21");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aFileOfAnotherNameIsReadIfItsNameIsSaid() throws IOException {
        Path other = Files.copy(TXN.resolve("TXN.D261121.BIN"), parent.resolve("X.BIN"));

        Terminal refused = Terminal.banku("feed", "map", TXN.toString(), other.toString());
        Terminal named = Terminal.banku(
                "feed", "map", TXN.toString(), other.toString(), "--name", "TXN.D261121.BIN", "--record", "3");

        assertThat(refused.err()).startsWith("banku: BNK-3044 expected a file that the feed daily-transactions claims");
        assertThat(named.out()).contains("MoneyDeposited, key 0040000114");
        assertThat(map("TXN.D261121.BIN", "--record", "99999").err()).contains("expected a record 99999");
    }

    @Test
    void aChangedDefinitionIsHeldAgainstTheOldOneRecordByRecord() throws IOException {
        Path changed = changed("text:     TX-TEXT | trim", "text:     TX-TEXT | substring 1 5 | trim");
        Path cut = changed("framing:  rdw", "framing:  fixed");
        String sample = TXN.resolve("TXN.D261121.BIN").toString();

        Terminal same = Terminal.banku("feed", "diff", TXN.toString(), TXN.toString(), sample);
        Terminal none = Terminal.banku("feed", "diff", TXN.toString(), cut.toString(), sample);
        Terminal other =
                Terminal.banku("feed", "diff", TXN.toString(), changed.toString(), sample, "--limit", "1", "--json");

        assertThat(same.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(same.out()).contains(": 0 become something else");
        assertThat(none.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(none.out()).contains("at record 1 the two definitions cut the file in other ways");
        assertThat(other.code()).isEqualTo(ExitCode.REJECTS.number());
        JsonNode told = new ObjectMapper().readTree(other.out());
        assertThat(told.get("changed").asLong())
                .isPositive()
                .isLessThan(told.get("records").asLong());
        assertThat(told.get("differences")).hasSize(1);
        assertThat(told.at("/differences/0/property").asText()).isEqualTo("data.text");
    }

    @Test
    void aCopyOfADefinitionMayBeCalledAsOneLikes() throws IOException {
        Path copy = changed("text:     TX-TEXT | trim", "text:     TX-TEXT | substring 1 5 | trim");
        Path renamed = Files.move(copy, copy.resolveSibling("before the change"));

        Terminal run = Terminal.banku(
                "feed",
                "diff",
                renamed.toString(),
                TXN.toString(),
                TXN.resolve("TXN.D261121.BIN").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.REJECTS.number());
    }

    @Test
    void aFileBehindAGapIsFoundIfItIsSaidWhichOneIsBeforeIt() {
        Terminal alone = map("TXN.D261121.BIN");
        Terminal next = map("TXN.D261121.BIN", "--previous", "1");
        Terminal gap = map("TXN.D261121.BIN", "--previous", "7");

        assertThat(List.of(alone.code(), next.code())).containsOnly(ExitCode.CLEAN.number());
        assertThat(gap.out()).containsPattern("control sequence broken: expected \\d+, found \\d+ \\(difference ");
        assertThat(gap.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aFileThatIsCutOffIsToldThoughBothDefinitionsReadItAlike() throws IOException {
        byte[] whole = Files.readAllBytes(TXN.resolve("TXN.D261121.BIN"));
        Path cut = Files.write(parent.resolve("TXN.D261121.BIN"), Arrays.copyOf(whole, whole.length - 7));

        Terminal run = Terminal.banku("feed", "diff", TXN.toString(), TXN.toString(), cut.toString());

        assertThat(run.out())
                .contains("from record 403 on the file does not fall into records, by either definition: BNK-2103 ")
                .contains("402 records: 0 become something else");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    private Path changed(String before, String after) throws IOException {
        Path folder = Files.createDirectories(
                Files.createTempDirectory(parent, "changed").resolve("daily-transactions"));
        Files.copy(TXN.resolve("DAILYTXN.cpy"), folder.resolve("DAILYTXN.cpy"));
        String yaml = Files.readString(TXN.resolve("feed.yaml"));
        assertThat(yaml).contains(before);
        Files.writeString(folder.resolve("feed.yaml"), yaml.replace(before, after));
        return folder;
    }

    private static Terminal map(String file, String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "feed";
        words[1] = "map";
        words[2] = TXN.toString();
        words[3] = TXN.resolve(file).toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return Terminal.banku(words);
    }
}
