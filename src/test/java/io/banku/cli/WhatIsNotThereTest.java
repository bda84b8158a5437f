package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds and files that are named and are not there: what was expected, what is there, what may have been meant. */
class WhatIsNotThereTest {
    private static final String NO_FEED = "BNK-3047 expected a folder with a feed.yaml and its copybook, found ";

    @TempDir
    Path parent;

    @BeforeEach
    void twoFeeds() throws IOException {
        for (String name : new String[] {"cash", "cards"}) {
            Path folder = Files.createDirectories(parent.resolve("feeds").resolve(name));
            Files.writeString(folder.resolve("R.cpy"), "01 R.\n 05 K PIC 9(3).\n");
            Files.writeString(folder.resolve("feed.yaml"), """
                    feed: %s
                    input: { files: '*.TXT', copybook: R.cpy, encoding: us-ascii, framing: lines }
                    records: { r: { role: skip } }
                    """.formatted(name));
            Files.writeString(folder.resolve("ATM1.TXT"), "001\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed check feeds/csh|found no P/feeds/csh; did you mean cash? (expected cards or cash)",
                "feed test feeds/csh|found no P/feeds/csh; did you mean cash?",
                "feed map feeds/cash/feed.yaml feeds/cash/ATM1.TXT|the file P/feeds/cash/feed.yaml; did you mean P/feeds/cash?",
                "feed diff feeds feeds/cash feeds/cash/ATM1.TXT|P/feeds, in which there are feeds; did you mean P/feeds/cards or P/feeds/cash?",
                "generate feedz/cash --date 2026-11-28|found no P/feedz/cash, nor P/feedz",
                "decode feeds/cash/ATM1.TXT --feed feeds/cash/R.cpy|the file P/feeds/cash/R.cpy; did you mean P/feeds/cash?",
                "inspect feeds/cash/ATM1.TXT --feed .|P/. without one",
            })
    void aFolderThatIsNoFeedIsNoFaultOfYaml(String command, String told) {
        Terminal run = banku(command);

        assertThat(run.err()).contains(NO_FEED).contains(told.replace("P/", parent + "/"));
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed map feeds/cash feeds/cash/ATM2.TXT|expected the file P/feeds/cash/ATM2.TXT, found none; did you mean ATM1.TXT?",
                "feed diff feeds/cash feeds/cards feeds/cash|found the directory P/feeds/cash: name one file of it, ATM1.TXT, R.cpy or feed.yaml",
                "decode feeds/cash/ATM2.TXT --feed feeds/cash|expected the file P/feeds/cash/ATM2.TXT, found none; did you mean ATM1.TXT?",
                "decode feeds/cash -c feeds/cash/R.cpy|found the directory P/feeds/cash",
                "decode feeds/cash/ATM1.TXT -c feeds/cash|found the directory P/feeds/cash",
                "decode none/ATM1.TXT -c feeds/cash/R.cpy|expected the file P/none/ATM1.TXT, found none, nor the directory P/none",
            })
    void aFileThatIsNotThereIsToldWithWhatMayHaveBeenMeant(String command, String told) {
        Terminal run = banku(command);

        assertThat(run.err()).contains("BNK-3048 ").contains(told.replace("P/", parent + "/"));
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @Test
    void aCopybookThatIsNotThereIsAFaultWhereItIsNamed() throws IOException {
        Path folder = parent.resolve("feeds/cash");
        Files.writeString(
                folder.resolve("feed.yaml"),
                Files.readString(folder.resolve("feed.yaml")).replace("R.cpy", "RR.cpy"));

        Terminal run = banku("feed check feeds/cash");

        assertThat(run.err())
                .startsWith(
                        "cash/feed.yaml:2:36: expected a copybook beside feed.yaml, found no file 'RR.cpy' there; did you"
                                + " mean R.cpy?");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void aDayThatIsNoneIsToldInWords() {
        Terminal run = banku("generate feeds/cash --date 01.12.2026");

        assertThat(run.err()).contains("'--date': expected a day as 2026-11-28, found '01.12.2026'");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path there = Files.writeString(parent.resolve("THERE.TXT"), "of somebody else");

        Terminal run = Terminal.banku(
                "generate",
                "sample-mainframe-files/branch-deposits",
                "--date",
                "2026-11-28",
                "--out",
                there.toString());

        assertThat(run.err()).contains("BNK-3046 expected a file that is not there yet, found " + there);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(there).hasContent("of somebody else");
    }

    @Test
    void whatCannotBeBrokenIsTold() {
        Path out = parent.resolve("NEW.TXT");

        Terminal run = Terminal.banku(
                "generate",
                "sample-mainframe-files/branch-deposits",
                "--date",
                "2026-11-28",
                "--break",
                "packed",
                "--out",
                out.toString());

        assertThat(run.err()).contains("BNK-3045 branch-deposits: ");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(out).doesNotExist();
    }

    private Terminal banku(String command) {
        return Terminal.banku(Arrays.stream(command.split(" "))
                .map(word -> word.contains("/") || word.matches("\\.|feeds")
                        ? parent.resolve(word).toString()
                        : word)
                .toArray(String[]::new));
    }
}
