package io.banku.batch;

import static io.banku.batch.Decision.Action.REFUSE;
import static io.banku.batch.Decision.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A record whose key was there before is a reject that names the first; the key of a {@link DayFile}'s record is its account. */
@Tag("long")
class UniqueTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 120);

    @Test
    void aFileThatIsSentAgainWithOneByteChangedPublishesOnlyTheRecordThatIsNew() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());

        Batch again = sealed(
                "DAY.20261121.A",
                FRIDAY.text().replace("H20261120", "H20261121").replace("D0000000050", "D0000009999"));

        assertThat(again.counts()).isEqualTo(new Counts(122, 1, 119, 2, 1));
        assertThat(feed.published(again)).containsExactly("0000009999 0.50");
        assertThat(again.rejects().get(0).toString())
                .contains(
                        "BNK-4040 D-ACCT at record 2",
                        "record 2 of DAY.20261120.A (batch " + friday.id().substring(0, 12));
        assertThat(feed.rejects(again)).hasSize(119);
    }

    @Test
    void aSecondRecordInTheSameFileNamesTheFirst() throws Exception {
        feed = unique("unique: { key: D-ACCT, days: 30, when: deposited }\nrejects: { tolerate: 500 }\n");

        Batch batch = sealed(FRIDAY.name(), FRIDAY.text().replace("D0000000050", "D0000000020"));

        assertThat(batch.counts()).isEqualTo(new Counts(122, 119, 1, 2, 119));
        assertThat(batch.rejects())
                .singleElement()
                .satisfies(reject ->
                        assertThat(reject.toString()).contains("at record 50", "record 20 of DAY.20261120.A (batch "));
    }

    @Test
    void repeatsHoldABatchAndARefusedOneIsForgotten() throws Exception {
        feed = unique("unique: D-ACCT\n");
        sealed(FRIDAY.name(), FRIDAY.text());
        DayFile saturday = DayFile.of("20261121", 8, 130);
        feed.arrives(saturday);
        Batch held = feed.awaitsHeld(saturday.name(), HoldReason.REJECTS);
        assertThat(held.counts()).isEqualTo(new Counts(132, 10, 120, 2, 10));

        feed.decide(held, REFUSE);
        feed.awaits(saturday.name(), BatchState.REFUSED);

        DayFile sunday = DayFile.of("20261122", 9, 130);
        feed.arrives(sunday);
        Batch next = feed.awaitsHeld(sunday.name(), HoldReason.REJECTS);
        assertThat(next.counts()).isEqualTo(new Counts(132, 10, 120, 2, 10));
        feed.decide(next, RELEASE);
        Batch released = feed.awaits(sunday.name(), BatchState.SEALED);
        assertThat(feed.published(released)).hasSize(10);
    }

    @Test
    void aRecordThatWasARejectMayComeAgain() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        sealed(FRIDAY.name(), FRIDAY.withBadAmount(60).text());

        Batch mended = sealed("DAY.20261121.A", FRIDAY.text());

        assertThat(feed.published(mended)).containsExactly("0000000060 0.60");
    }

    @Test
    void aRejectIsNotResubmittedWhenItsBatchIsInTheLog() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        DayFile file = FRIDAY.withBadAmount(60);
        Batch sealed = sealed(file.name(), file.text());

        feed.repair(
                sealed,
                60,
                Repair.Action.CORRECT,
                FRIDAY.text().lines().toList().get(59));
        feed.repair(sealed, 60, Repair.Action.RESUBMIT, null);

        Batch after = feed.awaitsAfter(sealed);
        assertThat(after.history().get(after.history().size() - 1).why()).contains("BNK-5051", "'unique'");
        assertThat(after.counts()).isEqualTo(sealed.counts());
        assertThat(feed.published(after)).hasSize(119);
    }

    @Test
    void whatWasRepeatedOnceIsComparedWithTheFirstAndNotWithItsRepetition() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        Batch first = sealed(FRIDAY.name(), FRIDAY.text());
        sealed("DAY.20261121.A", FRIDAY.withAmount(2, 1).text());

        Batch third = sealed("DAY.20261122.A", FRIDAY.withAmount(2, 9).text());

        assertThat(third.rejects())
                .allSatisfy(reject ->
                        assertThat(reject.reason()).contains(first.id().substring(0, 12)));
    }

    @Test
    void keysThatAreLostOrDamagedAreMadeAgainFromTheArchive() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());
        Files.delete(keys(friday));
        Batch saturday = sealed("DAY.20261121.A", FRIDAY.withAmount(2, 1).text());
        assertThat(feed.published(saturday)).isEmpty();
        byte[] bytes = Files.readAllBytes(keys(friday));
        bytes[77] ^= 1;
        Files.write(keys(friday), bytes);

        Batch sunday = sealed("DAY.20261122.A", FRIDAY.withAmount(2, 3).text());

        assertThat(feed.published(sunday)).isEmpty();
    }

    @Test
    void nothingThatADamagedFileOfKeysSaysIsBelieved() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());
        ByteBuffer claimed = ByteBuffer.allocate(2 * KeyFile.WIDTH + Long.BYTES);
        Stream.of("0000009001", "0000009002")
                .map(key -> KeyFile.entry(key, 7))
                .sorted(Arrays::compareUnsigned)
                .forEach(claimed::put);
        Files.write(keys(friday), claimed.array());

        Batch saturday = sealed(
                "DAY.20261121.A",
                FRIDAY.text().replace("D0000000002", "D0000009001").replace("D0000000003", "D0000009002"));

        assertThat(feed.published(saturday)).containsExactly("0000009001 0.02", "0000009002 0.03");
        assertThat(saturday.counts().rejected()).isEqualTo(118);
    }

    @Test
    void whatIsOlderThanTheDaysIsForgottenAndItsKeysAreDeleted() throws Exception {
        MovedClock clock = new MovedClock();
        feed = DayFeed.withoutControls(
                servers, folder, "unique: { key: D-ACCT, days: 30 }\nrejects: { tolerate: 500 }\n");
        feed.start(new Steps(), clock);
        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());
        clock.advance(Duration.ofDays(29));
        DayFile later = DayFile.of("20261219", 8, 5);
        Batch december = sealed(later.name(), later.text());
        assertThat(feed.published(december)).isEmpty();
        assertThat(files()).contains(friday.id() + ".keys", friday.id() + ".repeats");

        clock.advance(Duration.ofDays(2));
        DayFile again = DayFile.of("20261221", 9, 6);
        Batch posted = sealed(again.name(), again.text());

        assertThat(feed.published(posted)).isEqualTo(DayFeed.expected(again));
        assertThat(files())
                .containsExactlyInAnyOrder(
                        december.id() + ".keys",
                        december.id() + ".repeats",
                        posted.id() + ".keys",
                        posted.id() + ".repeats");
    }

    @Test
    void whatAHeldBatchWillBeComparedWithIsKept() throws Exception {
        MovedClock clock = new MovedClock();
        feed = DayFeed.withoutControls(servers, folder, "unique: { key: D-ACCT, days: 30 }\n");
        feed.start(new Steps(), clock);
        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());
        DayFile saturday = DayFile.of("20261121", 8, 130);
        feed.arrives(saturday);
        Batch held = feed.awaitsHeld(saturday.name(), HoldReason.REJECTS);
        clock.advance(Duration.ofDays(40));
        String other = FRIDAY.text().replace("D0000000", "D0000009");
        sealed("DAY.20261231.A", other);

        assertThat(files()).contains(friday.id() + ".keys");
        feed.decide(held, RELEASE);
        assertThat(feed.published(feed.awaits(saturday.name(), BatchState.SEALED)))
                .hasSize(10);
    }

    @Test
    void whatAKilledProcessLeftIsDeletedByTheNextOwner() throws Exception {
        feed = DayFeed.withoutControls(servers, folder, "unique: D-ACCT\n");
        Files.createDirectories(unique());
        for (String left : List.of("sorting-17.part", "0c.all.part", "0c.keys.part", "0c.repeats.part")) {
            Files.writeString(unique().resolve(left), "half");
        }

        feed.start();

        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());
        assertThat(files()).containsExactlyInAnyOrder(friday.id() + ".keys", friday.id() + ".repeats");
    }

    @Test
    void withoutKeysAndWithoutTheFileABatchIsHeldUntilOneIsBackOrAPersonSaysSo() throws Exception {
        feed = unique("unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        Batch friday = sealed(FRIDAY.name(), FRIDAY.text());
        Files.delete(keys(friday));
        Path away = folder.resolve(feed.name()).resolve("carried-away");
        Files.move(feed.folderOf(friday), away);
        feed.arrives("DAY.20261121.A", FRIDAY.withAmount(2, 1).text());
        Batch held = feed.awaitsHeld("DAY.20261121.A", HoldReason.KEYS_MISSING);
        assertThat(held.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("BNK-4038", friday.id()));

        Files.move(away, feed.folderOf(friday));
        feed.decide(held, RELEASE);

        assertThat(feed.published(feed.awaits("DAY.20261121.A", BatchState.SEALED)))
                .isEmpty();
    }

    @Test
    void aBlankKeyIsAReject() throws Exception {
        feed = unique("unique: D-NOTE\n");

        feed.arrives(FRIDAY);

        Batch held = feed.awaitsHeld(FRIDAY.name(), HoldReason.REJECTS);
        assertThat(held.rejects())
                .allSatisfy(reject -> assertThat(reject.code()).isEqualTo("BNK-4041"));
    }

    @Test
    void afterACrashInTheMiddleTheSameRecordsAreRepeats() throws Exception {
        feed = DayFeed.withoutControls(servers, folder, "unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        feed.start();
        sealed(FRIDAY.name(), FRIDAY.text());
        feed.close();
        StandStill middle = new StandStill(Steps.Point.BEFORE_LAST_CHUNK);
        feed.start(middle);
        DayFile saturday = DayFile.of("20261121", 8, 260);
        feed.arrives(saturday);
        middle.awaitReached();
        try (Stream<Path> files = Files.list(unique())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        feed.start();

        Batch sealed = feed.awaits(saturday.name(), BatchState.SEALED);
        assertThat(sealed.counts()).isEqualTo(new Counts(262, 140, 120, 2, 140));
        assertThat(feed.published(sealed)).isEqualTo(DayFeed.expected(saturday).subList(120, 260));
        assertThat(feed.rejects(sealed)).hasSize(120);
    }

    @Test
    void recordsOfABatchThatIsPartlyInAreThereAndItsOthersAreNot() throws Exception {
        feed = DayFeed.withoutControls(servers, folder, "unique: D-ACCT\nrejects: { tolerate: 500 }\n");
        StandStill middle = new StandStill(Steps.Point.BEFORE_LAST_CHUNK);
        feed.start(middle);
        feed.arrives(FRIDAY);
        middle.awaitReached();
        feed.close();
        feed.overwrite(FRIDAY, FRIDAY.withAmount(2, 999).text());
        feed.start();
        Batch held = feed.awaits(FRIDAY.name(), BatchState.HELD);
        assertThat(held.done()).isEqualTo(100);

        DayFile saturday = DayFile.of("20261121", 8, 140);
        Batch later = sealed(saturday.name(), saturday.text());
        assertThat(feed.published(later)).isEqualTo(DayFeed.expected(saturday).subList(99, 140));

        feed.arrives(FRIDAY);
        Batch completed = feed.awaits(FRIDAY.name(), BatchState.SEALED);
        assertThat(feed.published(completed)).isEqualTo(DayFeed.expected(FRIDAY).subList(0, 99));
        assertThat(completed.counts()).isEqualTo(new Counts(122, 99, 21, 2, 99));
        assertThat(feed.rejects(completed)).hasSize(21);
    }

    private DayFeed unique(String more) throws IOException {
        DayFeed made = DayFeed.withoutControls(servers, folder, more);
        made.start();
        return made;
    }

    private Batch sealed(String name, String text) throws IOException {
        feed.arrives(name, text);
        return feed.awaits(name, BatchState.SEALED);
    }

    private Path unique() {
        return folder.resolve(feed.name()).resolve("data").resolve("unique").resolve(feed.name());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(unique())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path keys(Batch batch) {
        return unique().resolve(batch.id() + ".keys");
    }
}
