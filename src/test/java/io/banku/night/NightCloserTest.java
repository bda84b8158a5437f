package io.banku.night;

import static io.banku.night.Ledgered.DATE;
import static io.banku.night.Ledgered.NOW;
import static io.banku.night.Ledgered.batch;
import static io.banku.night.Ledgered.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.banku.Logged;
import io.banku.batch.Batch;
import io.banku.batch.BatchState;
import io.banku.batch.LedgerFormat;
import io.banku.batch.LedgerIndex;
import io.banku.batch.NightNotes;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.LogTopic;
import io.banku.whole.PublishedEvent;
import io.banku.whole.Servers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night is closed once, whoever dies between any two steps, and whoever believes to be the one that closes it. */
@Tag("long")
class NightCloserTest {
    @TempDir
    private static Path folder;

    private static Servers servers;

    private final List<NightSet> sets = new ArrayList<>();

    @BeforeAll
    static void startServers() {
        servers = Servers.start(folder);
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    /** A process, as far as nights go. */
    private final class Member implements AutoCloseable {
        private final LedgerIndex ledger = LedgerIndex.follow(servers.connection());
        private final Nights nights = new Nights(ledger, servers.connection());
        private final List<DayEvent> written = new ArrayList<>();
        private final NightCloser closer = new NightCloser(
                sets,
                nights,
                servers.connection(),
                Servers.TOPICS,
                () -> true,
                Clock.fixed(NOW, ZoneOffset.UTC),
                written::add);

        void look() throws AppendFailedException {
            nights.awaitEnd();
            closer.look();
        }

        List<DayEvent> pending() {
            nights.awaitEnd();
            return nights.pending(NOW);
        }

        @Override
        public void close() {
            nights.close();
            ledger.close();
        }
    }

    @Test
    void anEventThatWasNotCommittedIsWrittenByTheSuccessorAndTheZombieWritesNothing() throws Exception {
        night("fenced");
        write(sealed("fenced-a"), sealed("fenced-b"));
        try (Member zombie = new Member();
                Member successor = new Member()) {
            zombie.nights.awaitEnd();
            try (DayLog left = DayLog.open(servers.connection(), Servers.TOPICS)) {
                left.learn("fenced", sets.get(0));
                List<DayEvent> pending = zombie.pending();
                left.begin();
                left.append(pending.get(0));

                successor.look();

                assertThatThrownBy(() -> left.write(pending.get(0))).isInstanceOf(AppendFailedException.class);
            }
            zombie.look();
            successor.look();

            assertThat(zombie.written).isEmpty();
            assertThat(successor.written).extracting(DayEvent::id).containsExactly("fenced/2026-11-20/0");
            assertThat(days("fenced")).singleElement().satisfies(day -> {
                assertThat(day.key()).isEqualTo("fenced/2026-11-20");
                assertThat(day.headers())
                        .containsAllEntriesOf(Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "fenced/2026-11-20/0",
                                "ce_type", "BusinessDayClosed",
                                "ce_source", "/nights/fenced",
                                "ce_subject", "2026-11-20",
                                "ce_time", "2026-11-21T02:00:00Z",
                                "ce_dataschema", "urn:banku:event:BusinessDayClosed",
                                "content-type", "application/json"));
            });
        }
    }

    @Test
    void whatWasCommittedRightBeforeACrashIsNotWrittenAgain() throws Exception {
        night("crash");
        write(sealed("crash-a"), sealed("crash-b"));
        try (Member dies = new Member();
                DayLog log = DayLog.open(servers.connection(), Servers.TOPICS)) {
            dies.nights.awaitEnd();
            log.learn("crash", sets.get(0));
            log.write(dies.pending().get(0));
        }
        try (Member next = new Member();
                Member another = new Member()) {
            next.look();
            another.look();
            next.look();

            assertThat(next.written).isEmpty();
            assertThat(another.written).isEmpty();
        }
        assertThat(days("crash")).hasSize(1);
    }

    @Test
    void aNightIsClosedWhenItsLastFeedIsInAndSupplementedWhenARejectIsCorrected() throws Exception {
        night("late");
        write(batch("late-a", "A", 3, BatchState.SEALED, 2));
        try (Logged told = Logged.by(NightCloser.class);
                Member member = new Member()) {
            member.look();
            assertThat(member.written).isEmpty();
            assertThat(member.nights.night("late", DATE).orElseThrow().lacking())
                    .containsExactly("late-b");

            write(batch("late-b", "A", 2, BatchState.HELD, 0));
            member.look();
            assertThat(member.written).isEmpty();

            write(sealed("late-b"));
            member.look();
            write(batch("late-a", "A", 4, BatchState.SEALED, 1));
            member.look();
            write(batch("late-a", "A", 5, BatchState.SEALED, 0));
            member.look();
            member.look();

            assertThat(member.written)
                    .extracting(DayEvent::id)
                    .containsExactly("late/2026-11-20/0", "late/2026-11-20/1", "late/2026-11-20/2");
            assertThat(told.messages())
                    .contains("BNK-5072 night late of 2026-11-20: supplement 2, as 1 batches have changed since: [A]");
        }
        assertThat(days("late"))
                .extracting(day -> day.headers().get("ce_type"))
                .containsExactly("BusinessDayClosed", "BusinessDaySupplemented", "BusinessDaySupplemented");
    }

    @Test
    void byHandItIsClosedWithoutAFeedAndWhatASetIsNoMoreIsForgotten() throws Exception {
        night("hand");
        write(sealed("hand-a"));
        try (Member member = new Member()) {
            member.look();
            assertThat(member.written).isEmpty();
            CloseWish wish = new CloseWish("hand", DATE, List.of("hand-b"), "no line", "greta", NOW);
            write(NightNotes.key(wish.key()), NightFormat.write(wish));

            member.look();

            assertThat(member.written)
                    .singleElement()
                    .satisfies(closed -> assertThat(closed.byHand())
                            .isEqualTo(new DayEvent.ByHand(List.of("hand-b"), "no line", "greta")));
        }
        sets.clear();
        try (Member without = new Member()) {
            without.look();
            without.nights.awaitEnd();

            assertThat(without.nights.sets()).isEmpty();
            assertThat(without.nights.night("hand", DATE).orElseThrow().isClosed())
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeReadIsToldAndOfItsDateNothingIsWritten() throws Exception {
        night("later");
        write(sealed("later-a"), sealed("later-b"));
        write(NightNotes.key("other"), "{}".getBytes(StandardCharsets.UTF_8));
        try (EventLog log = EventLog.open(servers.connection(), "test-writer", Servers.TOPICS)) {
            log.begin();
            log.append(LogTopic.DAYS, 0, "later/2026-11-20", "{\"night\":7}".getBytes(StandardCharsets.UTF_8));
            log.commit();
        }
        try (Logged told = Logged.by(Nights.class);
                Logged toldOfDays = Logged.by(Days.class);
                Member member = new Member()) {
            member.look();

            assertThat(member.written).isEmpty();
            assertThat(told.messages()).anyMatch(message -> message.contains("BNK-5070 ledger record night/other"));
            assertThat(toldOfDays.messages())
                    .anyMatch(message -> message.contains("BNK-5071 banku.days partition 0 offset"));
        }
    }

    /** Some 6,000 batches of one date are more than a record of Kafka may have. */
    @Test
    void aDateThatIsTooLargeKeepsNoOtherOneOpen() throws Exception {
        night("big");
        night("small");
        write(sealed("big-b"), sealed("small-a"), sealed("small-b"));
        try (EventLog log = EventLog.open(servers.connection(), "test-writer", Servers.TOPICS)) {
            log.begin();
            for (int i = 0; i < 6000; i++) {
                Batch one = batch("big-a", "BRANCH.D261120.N" + i, 3, BatchState.SEALED, 0);
                log.append(LogTopic.BATCHES, 0, LedgerFormat.key(one), LedgerFormat.write(one));
            }
            log.commit();
        }
        try (Member member = new Member();
                Logged said = Logged.by(NightCloser.class)) {
            member.look();
            member.look();

            assertThat(member.written).extracting(DayEvent::id).containsExactly("small/2026-11-20/0");
            assertThat(said.messages())
                    .filteredOn(message -> message.startsWith("BNK-5075"))
                    .singleElement(STRING)
                    .contains("night big of 2026-11-20", "found one of 6001 batches");
        }
        sets.clear(); // the ledger is that of the next test too
        try (Member without = new Member()) {
            without.look();
        }
    }

    private void night(String name) {
        sets.add(new NightSet(name, DATE, List.of(name + "-a", name + "-b")));
    }

    private static List<PublishedEvent> days(String night) {
        return PublishedEvent.committed(servers.connection(), "banku.days").stream()
                .filter(day -> day.key().startsWith(night + "/"))
                .toList();
    }

    private static void write(Batch... batches) throws AppendFailedException {
        for (Batch batch : batches) {
            write(LedgerFormat.key(batch), LedgerFormat.write(batch));
        }
    }

    private static void write(String key, byte[] value) throws AppendFailedException {
        try (EventLog log = EventLog.open(servers.connection(), "test-writer", Servers.TOPICS)) {
            log.begin();
            log.append(LogTopic.BATCHES, 0, key, value);
            log.commit();
        }
    }
}
