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
    private final Script catchUp;
    private final Script latch;

    Rebuild(StatefulRedisConnection<String, String> connection, String address) {
        this(connection, address, KEYS_PER_PAGE);
    }

    Rebuild(StatefulRedisConnection<String, String> connection, String address, int keysPerPage) {
        this.connection = connection;
        this.address = address;
        this.keysPerPage = keysPerPage;
        this.rebuild = new Script(connection, "rebuild.lua");
        this.empty = new Script(connection, "empty.lua");
        this.catchUp = new Script(connection, "catch-up.lua");
        this.latch = new Script(connection, "latch.lua");
    }

    /**
     * Marks a slot; one that is being emptied stays as it is. What the log is known to have lost is given up by that: the
     * slot will stand where the log ends. Where another loss was found since, the slot stays as it is.
     *
     * @param known the slot as whoever asks has seen it
     * @param logEnd the offset behind the last event that the log has now
     * @throws ViewException when the slot is another log's
     */
    public SlotState begin(int partition, SlotState known, String logId, Instant now, long logEnd) {
        return asked(() -> {
            ScriptArguments arguments = rebuild.arguments(200);
            arguments.number(2).text(ViewKeys.position(partition)).text(ViewKeys.commands(partition));
            arguments
                    .text(logId)
                    .text(now.toString())
                    .number(logEnd)
                    .text(known.lost().orElse(""));
            List<Object> answer = rebuild.run(arguments);
            if ((Long) answer.get(0) == 1) {
                throw new ViewException("BNK-6002 Redis at " + address + ", " + ViewKeys.position(partition)
                        + ": expected logId " + logId + ", found " + answer.get(1) + "; nothing was emptied");
            }
            return SlotState.of(texts(answer.subList(1, answer.size())));
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
                    .text(ViewKeys.accounts(partition))
                    .number(keysPerPage);
            return (Long) empty.run(arguments).get(0) == 1;
        });
    }

    /**
     * Has a slot that went back answer nothing until it stands again where it was seen; one that does, or was rebuilt
     * since, stays as it is.
     *
     * @param seen as {@link SeenSlots#look} gave it
     */
    public void catchUp(int partition, SlotState seen) {
        asked(() -> {
            ScriptArguments arguments = catchUp.arguments(200);
            arguments.number(1).text(ViewKeys.position(partition));
            return catchUp.run(arguments.number(seen.rebuildingTo()).number(seen.losses()));
        });
    }

    /**
     * From now on the log is known to have lost something of what is in a slot, also when it has grown again.
     *
     * @param seen the slot when that was found
     * @param detail what is gone
     */
    public void latch(int partition, SlotState seen, String detail) {
        asked(() -> latch.run(latching(latch, partition, seen, detail)));
    }

    static ScriptArguments latching(Script latch, int partition, SlotState seen, String detail) {
        ScriptArguments arguments = latch.arguments(400);
        return arguments
                .number(1)
                .text(ViewKeys.position(partition))
                .text(detail)
                .number(seen.losses());
    }

    public SlotState state(int partition) {
        return asked(() -> SlotState.of(connection.sync().hmget(ViewKeys.position(partition), SlotState.FIELDS).stream()
                .map(field -> field.getValueOrElse(""))
                .toList()));
    }

    static List<String> texts(List<Object> answer) {
        return answer.stream().map(String.class::cast).toList();
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RedisException unavailable) {
            throw new ViewException(
                    "BNK-6000 expected Redis at " + address + ", found: " + RedisFault.words(unavailable), unavailable);
        }
    }
}
