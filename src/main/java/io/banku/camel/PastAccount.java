package io.banku.camel;

import io.banku.account.Account;
import io.banku.account.Fold;
import io.banku.log.AccountEvents;
import io.banku.log.EventLog;
import io.banku.log.LogConnection;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader.Bounds;
import io.banku.view.AccountDocument;
import io.banku.view.SlotState;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * GET of an account as of a time: its events up to then are folded once more, past the view. A whole partition is read for
 * that, so one request at a time does it, on a thread of its own.
 */
public final class PastAccount extends AsyncProcessorSupport implements AutoCloseable {
    static final String AS_OF = "asOf";

    private final LogConnection connection;
    private final int partitions;
    private final Clock clock;
    private final IntFunction<SlotState> slots;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(PastAccount::daemon);
    private final AtomicBoolean reading = new AtomicBoolean();

    /** @param slots where a partition's view stands, which knows what its log has lost */
    public PastAccount(LogConnection connection, int partitions, Clock clock, IntFunction<SlotState> slots) {
        this.slots = slots;
        this.connection = connection;
        this.partitions = partitions;
        this.clock = clock;
    }

    public boolean isAskedFor(@Header(AS_OF) Object asOf) {
        return asOf != null;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            String id = PathText.of("id", exchange.getMessage().getHeader("id", String.class));
            Instant asOf = time(exchange.getMessage().getHeader(AS_OF));
            if (!reading.compareAndSet(false, true)) {
                throw new ProblemException(
                        Problem.HISTORY_BUSY, "expected no other account of the past being read here, found one");
            }
            begin(() -> read(exchange, callback, id, asOf));
            return false;
        } catch (RuntimeException refused) {
            exchange.setException(refused);
        }
        callback.done(true);
        return true;
    }

    private void begin(Runnable read) {
        try {
            reader.execute(read);
        } catch (RejectedExecutionException closed) {
            reading.set(false);
            throw new ProblemException(Problem.NOT_RUNNING, "expected a running process, found it ending");
        }
    }

    private void read(Exchange exchange, AsyncCallback callback, String id, Instant asOf) {
        try {
            answer(exchange, id, asOf);
        } catch (RuntimeException | Error failed) { // told to whoever asked, who would wait for ever
            exchange.setException(failed);
        } finally {
            reading.set(false); // before the answer: whoever has it may ask for the next
            callback.done(false);
        }
    }

    private void answer(Exchange exchange, String id, Instant asOf) {
        int partition = EventLog.partition(id, partitions);
        ProblemException.unlessWhole(partition, slots.apply(partition));
        Account[] account = {Account.unknown(id)};
        Bounds log = AccountEvents.upTo(
                asOf,
                id,
                partition,
                connection,
                () -> !reader.isShutdown(),
                entry -> account[0] = Fold.apply(account[0], entry));
        if (log.begin() > 0) {
            throw new ProblemException(
                    Problem.LOG_NOT_WHOLE,
                    "expected partition " + partition + " of " + LogTopic.EVENTS.topic()
                            + " from offset 0 on, found it from " + log.begin());
        }
        Account past = account[0];
        if (past.offset() < 0) {
            throw new ProblemException(
                    Problem.ACCOUNT_NOT_FOUND,
                    "expected an account that an event up to " + asOf + " has named, found nothing about " + id
                            + " by then");
        }
        Answers.json(exchange, 200, AccountDocument.of(past, partition + ":" + (past.offset() + 1), asOf));
    }

    /** A time that is still to come has no account yet. */
    private Instant time(Object asked) {
        Instant now = clock.instant();
        try {
            Instant asOf = OffsetDateTime.parse(asked.toString()).toInstant();
            if (!asOf.isAfter(now)) {
                return asOf;
            }
        } catch (DateTimeException malformed) {
            throw unlike(asked, now);
        }
        throw unlike(asked, now);
    }

    private static ProblemException unlike(Object asked, Instant now) {
        return ProblemException.malformed(List.of(RequestFault.inParameter(
                AS_OF,
                "a time with Z or an offset, not later than " + now.truncatedTo(ChronoUnit.SECONDS)
                        + ", such as 2026-11-21T12:00Z (a + is written"
                        + " %2B in a URL)",
                asked.toString().isEmpty() ? "an empty one" : asked.toString())));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "banku-past-account");
        thread.setDaemon(true);
        return thread;
    }

    /** What is being read ends soon, with a failure; nothing more is begun. */
    @Override
    public void close() {
        reader.shutdown();
    }
}
