package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import io.banku.account.LogEntry;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A slot that was torn when it was read and is whole again when it is written: another server, at the same position. */
class TornSlotTest {
    private static final String LOG = "cluster/topic";

    private final SimulatedStore store = new SimulatedStore();

    @Test
    void anAccountThatStoodAheadWhenItWasReadIsNotLeftBehindWhenItIsNoLonger() {
        new Projection(store, LOG, 1, 10).apply(0, Span.of(0, 2), deposits(0, 2), new Tally());
        SimulatedStore.Snapshot whole = store.snapshot();
        store.failNext(SimulatedStore.Fault.TORN, 1);
        assertThat(tearing(6)).isInstanceOf(ViewException.class);
        Projection next = new Projection(new GoingBack(store, whole, () -> {}), LOG, 1, 10);

        assertThat(next.apply(0, Span.of(2, 4), deposits(2, 4), new Tally()))
                .as("what was made of accounts that stood ahead is written nowhere else")
                .isEqualTo(2);
        assertThat(next.apply(0, Span.of(2, 4), deposits(2, 4), new Tally())).isEqualTo(4);
        new Projection(store, LOG, 1, 10).apply(0, Span.of(4, 6), deposits(4, 6), new Tally());

        assertThat(store.fields("0")).containsEntry("b", "300").containsEntry("v", "3");
        assertThat(store.fields("1")).containsEntry("b", "300").containsEntry("v", "3");
    }

    /** Two servers later it stands at the same position, torn on the same way; but its accounts are others. */
    @Test
    void whatWasReadOfATornSlotIsNotWrittenIntoOneThatWasTornAnew() {
        new Projection(store, LOG, 1, 10).apply(0, Span.of(0, 2), deposits(0, 2), new Tally());
        SimulatedStore.Snapshot whole = store.snapshot();
        store.failNext(SimulatedStore.Fault.TORN, 1);
        tearing(6);
        SteppedStore steps = new SteppedStore(new GoingBack(store, whole, () -> {
            store.failNext(SimulatedStore.Fault.TORN, 0);
            tearing(6);
        }));

        long reached = new Projection(steps, LOG, 1, 10).apply(0, Span.of(2, 6), deposits(2, 6), new Tally());

        assertThat(steps.steps).containsExactly("2-6");
        assertThat(reached).isEqualTo(2);
        assertThat(store.snapshot().accounts()).isEqualTo(whole.accounts());
    }

    /** A process was frozen with a chunk in hand; thawed, it goes on beside the thread that has the partition now. */
    @Test
    void aThawedThreadDoesNotSpoilWhatAnotherRemembersOfThePartition() {
        Projection[] projection = new Projection[1];
        projection[0] = new Projection(
                new Interrupted(store, () -> projection[0].apply(0, Span.of(0, 2), deposits(0, 2), new Tally())),
                LOG,
                1,
                10);

        long reached = projection[0].apply(0, Span.of(0, 6), deposits(0, 6), new Tally());

        assertThat(reached).isEqualTo(2);
        assertThat(store.fields("0")).containsEntry("b", "100").containsEntry("o", "0");
        assertThat(store.fields("1")).containsEntry("b", "100").containsEntry("o", "1");
        assertThat(projection[0].apply(0, Span.of(2, 6), deposits(2, 6), new Tally()))
                .isEqualTo(6);
        assertThat(store.fields("1")).containsEntry("b", "300").containsEntry("v", "3");
    }

    private Exception tearing(long next) {
        try {
            new Projection(store, LOG, 1, 10).apply(0, Span.of(2, next), deposits(2, next), new Tally());
            return null;
        } catch (ViewException torn) {
            return torn;
        }
    }

    /** At every offset a deposit of 1.00, in turn for the accounts 0 and 1. */
    private static Iterator<LogEntry> deposits(long from, long to) {
        Money one = Money.parse("1.00", Currency.getInstance("EUR"));
        return LongStream.range(from, to)
                .<LogEntry>mapToObj(offset -> new LogEntry.Readable(
                        new RecordedEvent(
                                "9f2c/" + offset + "/0",
                                new MoneyDeposited(Long.toString(offset % 2), one, null, null, null),
                                new FromBatch("daily", "9f2c", offset + 1),
                                Instant.ofEpochSecond(offset)),
                        offset))
                .iterator();
    }

    /** While it is first read, another thread comes by. */
    private static final class Interrupted implements ViewStore {
        private final SimulatedStore store;
        private Runnable other;

        Interrupted(SimulatedStore store, Runnable other) {
            this.store = store;
            this.other = other;
        }

        @Override
        public Slot read(int partition, Collection<String> accounts) {
            Runnable now = other;
            other = () -> {};
            now.run();
            return store.read(partition, accounts);
        }

        @Override
        public Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news) {
            return store.apply(partition, step, changes, news);
        }
    }

    /** Goes back to another state right after it was read. */
    private record GoingBack(SimulatedStore store, SimulatedStore.Snapshot earlier, Runnable then)
            implements ViewStore {
        @Override
        public Slot read(int partition, Collection<String> accounts) {
            Slot read = store.read(partition, accounts);
            store.restore(earlier);
            then.run();
            return read;
        }

        @Override
        public Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news) {
            return store.apply(partition, step, changes, news);
        }
    }
}
