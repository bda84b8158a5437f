package io.banku.batch;

import static io.banku.batch.DayFeed.cardFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.banku.whole.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One file's key is looked up in another's: in one version from a batch's first record to its last, whatever comes meanwhile. */
@Tag("long")
class ReferenceTest {
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
    void eachFileOfAReferenceReplacesAllOfTheOneBefore() throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            feed.start();
            feed.cardsArrive("20261120", "2=A", "3=B");
            Batch first = feed.awaits(cardFile("20261120"), BatchState.SEALED);
            assertThat(feed.cardsOnTopic()).containsExactly("0000000002=A", "0000000003=B");

            feed.cardsArrive("20261121", "3=C", "4=D");
            Batch second = feed.awaits(cardFile("20261121"), BatchState.SEALED);

            assertThat(feed.cardsOnTopic()).containsExactly("0000000003=C", "0000000004=D");
            assertThat(first.version()).isEqualTo(1);
            assertThat(second.version()).isEqualTo(2);
            assertThat(second.counts()).isEqualTo(new Counts(2, 2, 0, 0, 0));
        }
    }

    @Test
    void aKeyThatComesAgainInAFileIsARejectAndTheFirstOneStands() throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            feed.redefineReference("records:", "rejects: { tolerate: 5 }\nrecords:");
            feed.start();
            feed.cardsArrive("20261120", "2=A", "3=B", "2=C", "4=");

            Batch sealed = feed.awaits(cardFile("20261120"), BatchState.SEALED);

            assertThat(sealed.rejects()).extracting(RejectSummary::code).containsExactly("BNK-4040", "BNK-3051");
            assertThat(feed.cardsOnTopic()).containsExactly("0000000002=A", "0000000003=B");
            feed.arrives(DayFile.of("20261120", 1, 2));
            Batch day = feed.awaits("DAY.20261120.A", BatchState.SEALED);
            assertThat(feed.published(day)).containsExactly("A 0.02", "B 0.03");
        }
    }

    @Test
    void whatIsLookedUpIsNamedAndWhatIsNotThereIsAReject() throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            feed.start();
            feed.cardsArrive("20261120", "2=A", "4=D");
            Batch cards = feed.awaits(cardFile("20261120"), BatchState.SEALED);
            feed.arrives(DayFile.of("20261120", 1, 3));

            Batch day = feed.awaits("DAY.20261120.A", BatchState.SEALED);

            assertThat(feed.published(day)).containsExactly("A 0.02", "D 0.04");
            assertThat(day.references()).containsOnly(Map.entry(feed.reference(), cards.id()));
            assertThat(feed.report(day).at("/references/" + feed.reference()).asText())
                    .isEqualTo(cards.id());
            RejectSummary reject = day.rejects().get(0);
            assertThat(reject.code()).isEqualTo("BNK-3050");
            assertThat(reject.field()).isEqualTo("D-ACCT");
            assertThat(reject.reason())
                    .isEqualTo("expected a key of " + feed.reference() + ", version 1 (" + cards.file() + ", batch "
                            + cards.id().substring(0, 12) + "), found '0000000003'");
        }
    }

    /** Where the process stands when a newer version comes and it is never heard of again. */
    @ParameterizedTest
    @EnumSource(
            value = Steps.Point.class,
            names = {"CHECKED", "FIRST_CHUNK_IN_LOG"})
    void aSuccessorGoesOnWithTheVersionThatItsPredecessorBeganWith(Steps.Point point) throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            DayFile file = DayFile.of("20261120", 1, 120);
            IngestMember before = feed.start();
            feed.cardsArrive("20261120", cards(120, "OLD"));
            feed.awaits(cardFile("20261120"), BatchState.SEALED);
            before.close();
            StandStill dead = new StandStill(point);
            feed.start(dead);
            feed.arrives(file);
            dead.awaitReached();
            feed.cardsArrive("20261121", cards(60, "NEW"));
            feed.awaits(cardFile("20261121"), BatchState.SEALED);
            deleteEntries(feed);

            feed.start();
            Batch sealed = feed.awaits(file.name(), BatchState.SEALED);
            dead.goOn();

            assertThat(feed.published(sealed)).hasSize(120).allMatch(event -> event.startsWith("OLD"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Steps.Point.class,
            names = {"FIRST_CHUNK_IN_LOG", "BEFORE_LAST_CHUNK"})
    void aSuccessorFinishesAVersionThatWasBegun(Steps.Point point) throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            IngestMember before = feed.start();
            feed.cardsArrive("20261120", cards(120, "OLD"));
            feed.awaits(cardFile("20261120"), BatchState.SEALED);
            before.close();
            StandStill zombie = new StandStill(point);
            feed.start(zombie);
            feed.cardsArrive("20261121", cards(110, "NEW"));
            zombie.awaitReached();

            feed.start();
            Batch sealed = feed.awaits(cardFile("20261121"), BatchState.SEALED);
            zombie.goOn();

            assertThat(feed.cardsOnTopic()).hasSize(110).allMatch(card -> card.contains("=NEW"));
            assertThat(sealed.version()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatLooksUpWhatIsNotThereYetWaitsForIt() throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            feed.start();
            feed.arrives(DayFile.of("20261120", 1, 2));
            Batch waiting = feed.awaits("DAY.20261120.A", BatchState.WAITING);
            assertThat(waiting.heldFor()).isEqualTo(HoldReason.REFERENCE);
            assertThat(waiting.waitsFor()).containsExactly(feed.reference());

            feed.cardsArrive("20261120", "2=A", "3=B");

            Batch day = feed.awaits("DAY.20261120.A", BatchState.SEALED);
            assertThat(feed.published(day)).containsExactly("A 0.02", "B 0.03");
        }
    }

    /** Card 2 has moved meanwhile: what is in the log stays where it is. */
    @Test
    void aRejectIsLookedUpInTheNewestVersionWhenItIsResubmittedAndTheOthersAsTheyWere() throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            feed.start();
            feed.cardsArrive("20261120", "2=A");
            feed.awaits(cardFile("20261120"), BatchState.SEALED);
            feed.arrives(DayFile.of("20261120", 1, 3));
            Batch sealed = feed.awaits("DAY.20261120.A", BatchState.SEALED);
            feed.cardsArrive("20261121", "2=MOVED", "3=B");
            Batch second = feed.awaits(cardFile("20261121"), BatchState.SEALED);

            feed.repair(sealed, 3, Repair.Action.RESUBMIT, null);
            Batch third = feed.awaitsAfter(sealed);
            feed.repair(third, 4, Repair.Action.RESUBMIT, null);
            Batch once = feed.awaitsAfter(third);
            assertThat(once.rejects()).extracting(RejectSummary::code).containsExactly("BNK-3050");
            feed.cardsArrive("20261122", "4=D");
            feed.awaits(cardFile("20261122"), BatchState.SEALED);
            feed.repair(once, 4, Repair.Action.RESUBMIT, null);
            Batch all = feed.awaitsAfter(once);

            assertThat(all.counts()).isEqualTo(new Counts(5, 3, 0, 2, 3));
            assertThat(feed.published(all)).containsExactly("A 0.02", "B 0.03", "D 0.04");
            assertThat(all.references()).isEqualTo(sealed.references());
            assertThat(all.history())
                    .extracting(Batch.Step::why)
                    .anySatisfy(why -> assertThat(why)
                            .contains("1 published")
                            .endsWith(", looked up in " + feed.reference() + ", version 2 (" + second.file()
                                    + ", batch " + second.id().substring(0, 12) + ")"));
        }
    }

    /** Nobody has to keep an old version for a batch that is sealed. */
    @Test
    void aResubmissionThatNeedsAVersionWhichIsGoneIsAnswered() throws Exception {
        DayFeed feed = DayFeed.lookingUp(servers, folder);
        try {
            feed.start();
            feed.cardsArrive("20261120", "2=A");
            Batch old = feed.awaits(cardFile("20261120"), BatchState.SEALED);
            feed.arrives(DayFile.of("20261120", 1, 2));
            Batch sealed = feed.awaits("DAY.20261120.A", BatchState.SEALED);
            feed.close();
            Files.delete(feed.folderOf(old).resolve(old.file()));
            deleteEntries(feed);
            feed.start();

            feed.repair(sealed, 3, Repair.Action.RESUBMIT, null);
            Batch answered = feed.awaitsAfter(sealed);

            assertThat(answered.history().get(answered.history().size() - 1).why())
                    .contains("nothing published", "BNK-5098", "version 1 (CARDS.D20261120");
            assertThat(answered.counts()).isEqualTo(sealed.counts());
        } finally {
            feed.close();
        }
    }

    @Test
    void whatCannotBeLookedUpAnyMoreIsToldAndGoesOnWhenItIsBack() throws Exception {
        try (DayFeed feed = DayFeed.lookingUp(servers, folder)) {
            feed.start();
            feed.cardsArrive("20261120", "2=A", "3=B");
            Batch cards = feed.awaits(cardFile("20261120"), BatchState.SEALED);
            Path archived = feed.folderOf(cards).resolve(cards.file());
            byte[] bytes = Files.readAllBytes(archived);
            Files.writeString(archived, "0000000002C         \n");
            deleteEntries(feed);
            feed.arrives(DayFile.of("20261120", 1, 2));
            await().atMost(DayFeed.PATIENCE)
                    .until(() -> feed.standing().stream()
                            .anyMatch(each -> each.why()
                                    .contains("BNK-5098 expected the entries of " + feed.reference()
                                            + ", version 1 (CARDS.D20261120, batch ")));

            Files.write(archived, bytes);

            Batch day = feed.awaits("DAY.20261120.A", BatchState.SEALED);
            assertThat(feed.published(day)).containsExactly("A 0.02", "B 0.03");
        }
    }

    @Test
    void aVersionThatTheLedgerDoesNotKnowIsNotLookedUp() throws IOException {
        try (LedgerIndex index = LedgerIndex.follow(servers.connection())) {
            References references = new References(Directories.of(folder), index);

            assertThatThrownBy(() -> references.in(Map.of("cards", "3fa94c0b7d21")))
                    .hasMessageStartingWith("BNK-5096 expected to know batch 3fa94c0b7d21 of the reference cards");
        }
    }

    private static String[] cards(int number, String account) {
        return IntStream.range(2, number + 2)
                .mapToObj(card -> card + "=" + account + card)
                .toArray(String[]::new);
    }

    /** What was made of the files can be made again. */
    private static void deleteEntries(DayFeed feed) throws IOException {
        Path entries = feed.data().resolve("references").resolve(feed.reference());
        try (Stream<Path> files = Files.list(entries)) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
