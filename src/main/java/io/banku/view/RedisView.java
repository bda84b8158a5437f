package io.banku.view;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The slots of the account view in Redis: positions, accounts, and the two scripts that touch them. Shared by threads;
 * one connection, on which commands of several partitions may be under way at once.
 */
public final class RedisView implements ViewStore, Outcomes, AutoCloseable {
    /** What {@code apply.lua} answers beside the results. */
    private static final int ANOTHER_LOG = 4;

    /** Changes when the same events would give other fields; a view of another version is rebuilt, not continued. */
    static final String PROJECTION_VERSION = "4";

    private final RedisServer server;
    private final StatefulRedisConnection<String, String> connection;
    private final Script read;
    private final Script apply;
    private final Script outcomes;
    private final Rebuild rebuild;
    private final SeenSlots seen = new SeenSlots();
    private final String address;
    private final Retention retention;

    private RedisView(RedisServer server, Retention retention) {
        this.server = server;
        this.retention = retention;
        this.connection = server.connection();
        this.address = server.address();
        this.read = new Script(connection, "account.lua", "read.lua");
        this.apply = new Script(connection, "apply.lua");
        this.outcomes = new Script(connection, "outcomes.lua");
        this.rebuild = new Rebuild(connection, address);
    }

    /** With outcomes that are kept for a day. */
    public static RedisView connect(String uri) {
        return connect(uri, Duration.ofHours(24));
    }

    /**
     * @param outcomesKept how long, by the times at which commands were appended, the outcome of one is kept
     * @throws ViewException when there is no Redis at the address, it is a replica, or it may evict what it was given
     */
    public static RedisView connect(String uri, Duration outcomesKept) {
        return new RedisView(RedisServer.connect(uri, Duration.ofSeconds(5)), Retention.of(outcomesKept));
    }

    /** @throws ViewException when the server is no master now, so that what it shows cannot be believed */
    public void requireMaster() {
        server.requireMaster();
    }

    /** @throws ViewException when the server is no master, or takes no writes */
    public void requireServing() {
        server.requireServing();
    }

    /**
     * Refuses a view that was built from another log or with another number of partitions; an empty one is welcome.
     *
     * @throws ViewException with what was expected and found
     */
    public void requireSameLog(String logId, int partitions) {
        for (int partition = 0; partition < partitions; partition++) {
            Map<String, String> found = connection.sync().hgetall(ViewKeys.position(partition));
            requireSame(found, partition, "logId", logId);
            requireSame(found, partition, "partitions", Integer.toString(partitions));
            requireSame(found, partition, "projection", PROJECTION_VERSION);
        }
    }

    private void requireSame(Map<String, String> found, int partition, String name, String expected) {
        if (found.containsKey(name) && !found.get(name).equals(expected)) {
            throw new ViewException("BNK-6002 Redis at " + address + ", " + ViewKeys.position(partition) + ": expected "
                    + name + " " + expected + ", found " + found.get(name)
                    + "; this view was built from another log or by another version: point banku.redis.uri at its own"
                    + " Redis, or empty this one and let it be built anew");
        }
    }

    /** How slots of this view are emptied and folded again. */
    public Rebuild rebuild() {
        return rebuild;
    }

    /** All accounts, page by page. */
    public AccountPages accounts() {
        return new AccountPages(this, server);
    }

    /** Those of them that something is kept aside of. */
    public AsidePages aside() {
        return new AsidePages(this, server);
    }

    /** How far this process has seen the slots of this view. */
    public SeenSlots seen() {
        return seen;
    }

    /** The offset of the next event to apply; 0 when the view holds nothing, below 0 while it is being emptied. */
    public long position(int partition) {
        server.requireMaster();
        String position = connection.sync().hget(ViewKeys.position(partition), "position");
        return position == null ? 0 : Long.parseLong(position);
    }

    @Override
    public Map<String, Outcome> find(int partition, Collection<String> commandIds) {
        Map<String, Outcome> found = new LinkedHashMap<>();
        if (commandIds.isEmpty()) {
            return found;
        }
        server.requireMaster();
        List<String> ids = List.copyOf(commandIds);
        ScriptArguments arguments = outcomes.arguments(150 + 45 * ids.size());
        arguments.number(2).text(ViewKeys.position(partition)).text(ViewKeys.outcomes(partition));
        ids.forEach(arguments::text);
        try {
            List<Object> answer = outcomes.run(arguments);
            for (int i = 0; i < ids.size(); i++) {
                if (answer.get(i) != null) {
                    found.put(ids.get(i), Outcome.read(ids.get(i), (String) answer.get(i)));
                }
            }
            return found;
        } catch (RedisException unavailable) {
            throw server.unavailable(unavailable);
        }
    }

    @Override
    public Slot read(int partition, Collection<String> accounts) {
        server.requireMaster();
        ScriptArguments arguments = read.arguments(100 + 50 * accounts.size());
        arguments.number(accounts.size() + 1).text(ViewKeys.position(partition));
        byte[] prefix = ViewKeys.account(partition, "").getBytes(StandardCharsets.UTF_8);
        accounts.forEach(account -> arguments.text(prefix, account));
        List<Object> answer = read.run(arguments);
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        int i = 4;
        for (String account : accounts) {
            found.put(account, fields((List<?>) answer.get(i++)));
        }
        SlotState.Ahead ahead = SlotState.ahead((String) answer.get(1), (String) answer.get(2));
        return new Slot(Long.parseLong((String) answer.get(0)), ahead, (String) answer.get(3), found);
    }

    @Override
    public Applied apply(int partition, Step step, Collection<Change> changes, CommandNews news) {
        int told = news.outcomes().size();
        Changes accounts = new Changes(changes);
        ScriptArguments arguments = apply.arguments(500 + 100 * accounts.size() + 400 * told);
        arguments.number(accounts.size() + (told == 0 ? 1 : 3)).text(ViewKeys.position(partition));
        accounts.keys(partition, arguments);
        if (told > 0) {
            arguments.text(ViewKeys.outcomes(partition)).text(ViewKeys.outcomeTimes(partition));
        }
        arguments.number(step.expected()).number(step.next());
        arguments
                .text(text(step.span().epoch()))
                .text(text(step.span().expectedEpoch()))
                .text(text(step.over()))
                .text(text(step.span().ahead()))
                .text(Long.toHexString(ThreadLocalRandom.current().nextLong()))
                .text(step.logId())
                .number(step.partitions())
                .text(PROJECTION_VERSION)
                .number(told);
        accounts.values(arguments);
        if (told > 0) {
            add(news, arguments);
        }
        List<Object> answer = apply.run(arguments);
        int result = ((Long) answer.get(0)).intValue();
        if (result == ANOTHER_LOG) {
            throw new ViewException("BNK-6002 Redis at " + address + ", " + ViewKeys.position(partition)
                    + ": expected logId " + step.logId() + ", found " + answer.get(1));
        }
        return new Applied(Result.values()[result], Long.parseLong((String) answer.get(1)));
    }

    private static String text(Over over) {
        if (over.any()) {
            return "any";
        }
        return over.ahead() == null ? "whole" : text(over.ahead()) + " " + over.by();
    }

    private static String text(SlotState.Ahead ahead) {
        return ahead == null ? "" : ahead.position() + " " + text(ahead.epoch());
    }

    private static String text(Integer epoch) {
        return epoch == null ? "" : epoch.toString();
    }

    private void add(CommandNews news, ScriptArguments arguments) {
        arguments.number(news.nextCommand());
        arguments.number(retention.leap().toMillis()).number(retention.inAll().toMillis());
        news.outcomes()
                .forEach((id, outcome) -> arguments
                        .text(id)
                        .number(outcome.commandTime().toEpochMilli())
                        .text(outcome.json()));
    }

    static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new LinkedHashMap<>(flat.size());
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put((String) flat.get(i), (String) flat.get(i + 1));
        }
        return fields;
    }

    @Override
    public void close() {
        server.close();
    }
}
