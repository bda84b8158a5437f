package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.camel.LiveProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about the view, and accounts as they were, against a running bridge. */
class ViewCommandTest {
    private static final String ACCOUNT = "0045000218";

    @TempDir
    static Path folder;

    private static LiveProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = LiveProgram.start(folder);
        program.deliver("branch-deposits/BRANCH0042.TXT", "sealed");
        LiveProgram.await(() -> ask("account", "show", ACCOUNT).code() == 0);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void withoutYesItIsToldWhatWouldBeAndNothingIsDone() {
        Terminal run = ask("view", "rebuild", "--partition", "1");

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.out()).containsPattern("PARTITION +STATE +POSITION").containsPattern("1 +current");
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("nothing was emptied: expected --yes, found none", "no command is lost");
    }

    @Test
    void aRebuildIsWaitedForAndTheAccountsAreAsBefore() {
        Terminal before = ask("account", "show", ACCOUNT);

        Terminal run = ask("view", "rebuild", "--yes");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(run.err()).contains("banku: 2 of 2 partitions are rebuilt");
        assertThat(run.out()).containsPattern("0 +current").doesNotContain("folding");
        assertThat(ask("account", "show", ACCOUNT).out()).isEqualTo(before.out());
        assertThat(ask("view", "show", "--json").out()).contains("\"rebuildBegan\":\"20");
    }

    @Test
    void aRebuildNeedNotBeWaitedFor() {
        Terminal run = ask("view", "rebuild", "--yes", "--no-wait", "--partition", "0,1");

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        LiveProgram.await(() -> !ask("view", "show").out().contains("ing "));
    }

    @Test
    void aPartitionThatIsNotThereIsAUsageError() {
        assertThat(ask("view", "rebuild", "--partition", "2").err())
                .contains("--partition: expected one of [0, 1], found [2]");
        assertThat(ask("view", "rebuild", "--yes", "--partition", "2").err()).contains("BNK-7000", "from 0 to 1");
    }

    @Test
    void anAccountIsShownAsItWas() {
        Terminal now = ask("account", "show", ACCOUNT, "--as-of", Instant.now().toString());
        Terminal then = ask("account", "show", ACCOUNT, "--as-of", "2020-11-21T12:00Z");

        assertThat(now.out()).containsPattern("balance +1190\\.00 EUR").containsPattern("asOf +20");
        assertThat(then.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(then.err()).contains("BNK-7001", "up to 2020-11-21T12:00:00Z");
    }

    private static Terminal ask(String... words) {
        return Terminal.banku(Stream.concat(Stream.of(words), Stream.of("--api", program.api()))
                .toArray(String[]::new));
    }
}
