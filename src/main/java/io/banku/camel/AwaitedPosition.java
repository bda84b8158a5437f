package io.banku.camel;

import io.banku.log.EventLog;
import io.banku.view.SlotState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * A step that lasts until the view has reached {@code Banku-Min-Position}, so that a client reads what it wrote: the
 * position is that of its command's answer. Without the header it is over at once.
 */
public final class AwaitedPosition extends AsyncProcessorSupport {
    private static final String HEADER = "Banku-Min-Position";
    private static final Pattern FORM = Pattern.compile("\\d{1,6}:\\d{1,18}(\\s*,\\s*\\d{1,6}:\\d{1,18})*");
    private static final Pattern ONE = Pattern.compile("(\\d+):(\\d+)");

    private final ViewWatch watch;
    private final int partitions;
    private final Duration most;
    private final IntFunction<SlotState> slots;

    /** @param slots asked why the view did not get there */
    public AwaitedPosition(ViewWatch watch, int partitions, Duration most, IntFunction<SlotState> slots) {
        this.watch = watch;
        this.partitions = partitions;
        this.most = most;
        this.slots = slots;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        boolean waits = false;
        try {
            waits = waits(exchange, callback);
        } catch (RuntimeException refused) {
            exchange.setException(refused); // thrown from here it would pass the route's own answer to failures
        }
        if (!waits) {
            callback.done(true);
        }
        return !waits;
    }

    private boolean waits(Exchange exchange, AsyncCallback callback) {
        int partition =
                EventLog.partition(PathText.of("id", exchange.getMessage().getHeader("id", String.class)), partitions);
        OptionalLong least = least(exchange, partition);
        if (least.isEmpty()) {
            return false;
        }
        Duration wait = Preference.of(exchange.getMessage().getHeader("Prefer")).waitAtMost(most);
        boolean waits = watch.position(partition, least.getAsLong(), wait, reached -> {
            if (!reached) {
                exchange.setException(notReached(partition, least.getAsLong()));
            }
            callback.done(false);
        });
        if (!waits) {
            throw notReached(partition, least.getAsLong());
        }
        return true;
    }

    /** A view that is rebuilt, or whose log lost something, is not just behind. */
    private RuntimeException notReached(int partition, long least) {
        try {
            ProblemException.unlessCurrent(partition, slots.apply(partition));
        } catch (RuntimeException why) {
            return why;
        }
        return new ProblemException(
                Problem.VIEW_BEHIND,
                "expected the view at position " + partition + ":" + least
                        + ", found it behind that when the wait was over");
    }

    /** What is asked of the account's partition; positions of others are none of this account's business. */
    private static OptionalLong least(Exchange exchange, int partition) {
        Object header = exchange.getMessage().getHeader(HEADER);
        if (header == null) {
            return OptionalLong.empty();
        }
        String text = QuotedText.joined(header);
        if (!FORM.matcher(text).matches()) {
            throw ProblemException.malformed(List.of(RequestFault.inHeader(
                    HEADER,
                    "partition:position as Banku-Position has it, several with commas between them",
                    "another text")));
        }
        return ONE.matcher(text)
                .results()
                .filter(one -> Integer.parseInt(one.group(1)) == partition)
                .mapToLong(one -> Long.parseLong(one.group(2)))
                .max();
    }
}
