package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.whole.Servers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Wherever a batch is cut off, all of it is on the log once, and its file is in the archive once. Chunks have 50 records:
 * a file of 222 has five.
 */
@Tag("long")
class InterruptedAnywhereTest {
    private static final DayFile FILE = DayFile.of("20261120", 1, 220);

    @TempDir
    static Path folder;

    private static Servers servers;

    @BeforeAll
    static void startServers() {
        servers = Servers.start(folder);
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessorFinishesWhatAnOwnerThatIsNeverHeardOfAgainHasBegun(Steps.Point point) throws IOException {
        try (DayFeed feed = DayFeed.in(servers, folder)) {
            StandStill dead = new StandStill(point);
            feed.start(dead);
            feed.arrives(FILE);
            dead.awaitReached();

            feed.start();

            allIsThereOnce(feed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aZombieThatGoesOnBesideItsSuccessorDoublesNothing(Steps.Point point) throws IOException {
        try (DayFeed feed = DayFeed.in(servers, folder)) {
            StandStill zombie = new StandStill(point);
            feed.start(zombie);
            feed.arrives(FILE);
            zombie.awaitReached();

            feed.start();
            await().atMost(DayFeed.PATIENCE).until(() -> feed.claims() == 2);
            zombie.goOn();

            allIsThereOnce(feed);
        }
    }

    /** Points in the ledger's own writing are left out: observers must not throw. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"STAGED", "CHECKED", "IN_A_TRANSACTION", "BEFORE_LAST_CHUNK", "BEFORE_SETTLING"})
    void anOwnerThatFailsOnceClaimsItsFeedAgainAndGoesOn(Steps.Point point) throws IOException {
        try (DayFeed feed = DayFeed.in(servers, folder)) {
            Stumble stumble = new Stumble(point);
            feed.start(stumble);

            feed.arrives(FILE);

            allIsThereOnce(feed);
            assertThat(stumble.hasFailed()).isTrue();
            assertThat(feed.claims()).isEqualTo(2);
        }
    }

    private static void allIsThereOnce(DayFeed feed) throws IOException {
        Batch sealed = feed.awaits(FILE.name(), BatchState.SEALED);
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FILE));
        assertThat(sealed.counts()).isEqualTo(new Counts(222, 220, 0, 2, 220));
        assertThat(sealed.done()).isEqualTo(222);
        await().atMost(DayFeed.PATIENCE)
                .untilAsserted(() -> assertThat(feed.places(FILE.name()))
                        .containsExactly("archive/" + feed.name() + "/" + sealed.folderName() + "/" + FILE.name()));
        JsonNode report = feed.report(sealed);
        assertThat(report.get("state").asText()).isEqualTo("SEALED");
        assertThat(report.get("revision").asInt()).isEqualTo(sealed.revision());
    }
}
