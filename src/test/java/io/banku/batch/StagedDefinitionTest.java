package io.banku.batch;

import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.banku.whole.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch is read by the definition that it was staged with, all of it and nothing else. */
@Tag("long")
class StagedDefinitionTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 120);

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

    @Test
    void membersOfOneNameInTwoLibrariesAreBothStaged() throws IOException {
        try (DayFeed feed = DayFeed.withLibraries(servers, folder)) {
            feed.start();

            feed.arrives(FRIDAY);

            Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
            assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
            Path definition = Definition.folder(feed.folderOf(sealed), sealed.file(), feed.name());
            assertThat(definition.resolve("LIBA/MONEY.cpy")).content().contains("V99");
            assertThat(definition.resolve("LIBB/MONEY.cpy")).content().doesNotContain("V99");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.yaml", "DAY.cpy", "LIBA/MONEY.cpy"})
    void aFeedsFolderThatBecomesNonsenseIsSeenAtTheNextStartAndNotBefore(String file) throws IOException {
        try (DayFeed feed = DayFeed.withLibraries(servers, folder)) {
            feed.start();
            Files.writeString(feed.definition().resolve(file), "nonsense: {");

            feed.arrives(FRIDAY);

            Batch sealed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
            assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(FRIDAY));
        }
    }

    @Test
    void aDefinitionThatWasEditedWhileItsBatchWasHeldIsNotUsed() throws Exception {
        publishesNothingByADefinitionThatIs("feed.yaml", "text: H-DATE", "text: D-ACCT");
    }

    @Test
    void aCopybookThatWasEditedWhileItsBatchWasHeldIsNotUsed() throws Exception {
        publishesNothingByADefinitionThatIs("DAY.cpy", "T-COUNT         PIC 9(09)", "T-COUNT         PIC X(09)");
    }

    @Test
    void aMemberThatWasEditedWhileItsBatchWasHeldIsNotUsed() throws Exception {
        publishesNothingByADefinitionThatIs("LIBB/MONEY.cpy", "PIC 9(11)", "PIC X(11)");
    }

    @Test
    void aDefinitionThatIsNoneAnyMoreHoldsItsBatchAndNoOther() throws Exception {
        publishesNothingByADefinitionThatIs("feed.yaml", "records:", "record:");
    }

    private static void publishesNothingByADefinitionThatIs(String file, String from, String to) throws Exception {
        try (DayFeed feed = DayFeed.withLibraries(servers, folder)) {
            feed.start();
            feed.arrives(FRIDAY.withBadAmount(60));
            Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
            Path edited = Definition.folder(feed.folderOf(held), held.file(), feed.name())
                    .resolve(file);
            String staged = Files.readString(edited);
            assertThat(staged).contains(from);
            Files.writeString(edited, staged.replace(from, to));

            feed.decide(held, RELEASE);

            Batch again = feed.awaitsHeld(FRIDAY.name(), HoldReason.DEFINITION_CHANGED);
            assertThat(again.findings())
                    .last()
                    .satisfies(finding -> assertThat(finding.toString()).contains("BNK-4034", held.definition()));
            assertThat(feed.published(held)).isEmpty();
            DayFile saturday = DayFile.of("20261121", 7, 3);
            feed.arrives(saturday);
            feed.awaits(saturday.name(), BatchState.SEALED);

            Files.writeString(feed.folderOf(again).resolve(feed.folderOf(held).relativize(edited)), staged);
            feed.decide(again, RELEASE);

            assertThat(feed.awaitsAfter(again).heldFor()).isNotEqualTo(HoldReason.DEFINITION_CHANGED);
        }
    }
}
