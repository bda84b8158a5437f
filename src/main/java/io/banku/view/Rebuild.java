package io.banku.view;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets slots be folded again from the log's beginning. Whoever wants that marks the slot, which stands nowhere from then on;
 * whoever projects the partition empties it, page by page, and reads on from 0. All of it is in the slot itself: any
 * process can go on where another one died. Shared by threads.
 */
public final class Rebuild {
    /** Some milliseconds, in which Redis does nothing else. */
    private static final int KEYS_PER_PAGE = 2_000;

    private final StatefulRedisConnection<String, String> connection;
    private final String address;
    private final int keysPerPage;
    private final Script rebuild;
    private final Script empty;

    Rebuild(StatefulRedisConnection<String, String> connection, String address) {
        this(connection, address, KEYS_PER_PAGE);
    }

    Rebuild(StatefulRedisConnection<String, String> connection, String address, int keysPerPage) {
        this.connection = connection;
        this.address = address;
        this.keysPerPage = keysPerPage;
        this.rebuild = new Script(connection, "rebuild.lua");
        this.empty = new Script(connection, "empty.lua");
    }

    /**
     * Marks a slot; one that is being emptied stays as it is.
     *
     * @throws ViewException when the slot is another log's
     */
    public SlotState begin(int partition, String logId, Instant now) {
        return asked(() -> {
            ScriptArguments arguments = rebuild.arguments(200);
            arguments.number(1).text(ViewKeys.position(partition)).text(logId).text(now.toString());
            List<Object> answer = rebuild.run(arguments);
            if ((Long) answer.get(0) == 1) {
                throw new ViewException("BNK-6002 Redis at " + address + ", " + ViewKeys.position(partition)
                        + ": expected logId " + logId + ", found " + answer.get(1) + "; nothing was emptied");
            }
            return SlotState.of((String) answer.get(1), (String) answer.get(2), (String) answer.get(3));
        });
    }

    /**
     * Empties one page of a slot that is marked.
     *
     * @return whether the slot is empty now and stands at 0, or was not to be emptied at all
     */
    public boolean empty(int partition) {
        return asked(() -> {
            ScriptArguments arguments = empty.arguments(300);
            arguments
                    .number(3)
                    .text(ViewKeys.position(partition))
                    .text(ViewKeys.outcomes(partition))
                    .text(ViewKeys.outcomeTimes(partition))
                    .text(ViewKeys.account(partition, "*"))
                    .number(keysPerPage);
            return (Long) empty.run(arguments).get(0) == 1;
        });
    }

    public SlotState state(int partition) {
        return asked(() -> {
            var fields =
                    connection.sync().hmget(ViewKeys.position(partition), "position", "rebuildingTo", "rebuildBegan");
            return SlotState.of(
                    fields.get(0).getValueOrElse(null),
                    fields.get(1).getValueOrElse(null),
                    fields.get(2).getValueOrElse(null));
        });
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RedisException unavailable) {
            throw new ViewException(
                    "BNK-6000 expected Redis at " + address + ", found: " + unavailable.getMessage(), unavailable);
        }
    }
}
