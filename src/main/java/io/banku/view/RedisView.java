package io.banku.view;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots of the account view in Redis: positions, accounts, and the two scripts that touch them. Shared by threads;
 * one connection, on which commands of several partitions may be under way at once.
 */
public final class RedisView implements ViewStore, Outcomes, AutoCloseable {
    /** Changes when the same events would give other fields; a view of another version is rebuilt, not continued. */
    static final String PROJECTION_VERSION = "1";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final Script read;
    private final Script apply;
    private final String address;

    private final Duration outcomesKept;

    private RedisView(
            RedisClient client,
            StatefulRedisConnection<String, String> connection,
            String address,
            Duration outcomesKept) {
        this.outcomesKept = outcomesKept;
        this.client = client;
        this.connection = connection;
        this.address = address;
        this.read = new Script("read.lua");
        this.apply = new Script("apply.lua");
    }

    /** With outcomes that are kept for a day. */
    public static RedisView connect(String uri) {
        return connect(uri, Duration.ofHours(24));
    }

    /**
     * @param outcomesKept how long, by the times at which commands were appended, the outcome of one is kept
     * @throws ViewException when there is no Redis at the address or it may evict what it was given
     */
    public static RedisView connect(String uri, Duration outcomesKept) {
        RedisURI address = RedisURI.create(uri);
        address.setTimeout(Duration.ofSeconds(5));
        String shown = address.getHost() + ":" + address.getPort();
        RedisClient client = RedisClient.create(address);
        try {
            RedisView view = new RedisView(client, client.connect(), shown, outcomesKept);
            view.refuseEviction();
            return view;
        } catch (RedisException | ViewException unusable) {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
            if (unusable instanceof ViewException refused) {
                throw refused;
            }
            throw new ViewException(
                    "BNK-6000 expected Redis at " + shown + ", found: " + rootMessage(unusable), unusable);
        }
    }

    private void refuseEviction() {
        Map<String, String> found = connection.sync().configGet("maxmemory-policy");
        String policy = found.getOrDefault("maxmemory-policy", "noeviction");
        if (!"noeviction".equals(policy)) {
            throw new ViewException(
                    "BNK-6001 Redis at " + address + ": expected maxmemory-policy noeviction, found " + policy
                            + "; it would forget balances when memory runs out: CONFIG SET maxmemory-policy noeviction");
        }
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

    /** The offset of the next event to apply; 0 when the view holds nothing. */
    public long position(int partition) {
        String position = connection.sync().hget(ViewKeys.position(partition), "position");
        return position == null ? 0 : Long.parseLong(position);
    }

    @Override
    public Map<String, Outcome> find(int partition, Collection<String> commandIds) {
        Map<String, Outcome> found = new LinkedHashMap<>();
        if (commandIds.isEmpty()) {
            return found;
        }
        try {
            connection
                    .sync()
                    .hmget(ViewKeys.outcomes(partition), commandIds.toArray(String[]::new))
                    .forEach(each ->
                            each.ifHasValue(json -> found.put(each.getKey(), Outcome.read(each.getKey(), json))));
            return found;
        } catch (RedisException unavailable) {
            throw new ViewException(
                    "BNK-6000 expected Redis at " + address + ", found: " + rootMessage(unavailable), unavailable);
        }
    }

    @Override
    public Slot read(int partition, Collection<String> accounts) {
        List<String> keys = keys(partition, accounts);
        List<Object> answer = read.run(keys, List.of());
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        int i = 1;
        for (String account : accounts) {
            found.put(account, fields((List<?>) answer.get(i++)));
        }
        return new Slot(Long.parseLong((String) answer.get(0)), found);
    }

    @Override
    public Applied apply(int partition, Step step, Map<String, Change> changes, CommandNews news) {
        List<String> arguments = new ArrayList<>(16 * changes.size() + 5);
        arguments.add(Long.toString(step.expected()));
        arguments.add(Long.toString(step.next()));
        arguments.add(step.logId());
        arguments.add(Integer.toString(step.partitions()));
        arguments.add(PROJECTION_VERSION);
        arguments.add(Integer.toString(news.outcomes().size()));
        changes.values().forEach(change -> add(change, arguments));
        List<String> keys = keys(partition, changes.keySet());
        if (!news.isEmpty()) {
            keys.add(ViewKeys.outcomes(partition));
            keys.add(ViewKeys.outcomeTimes(partition));
            add(news, arguments);
        }
        List<Object> answer = apply.run(keys, arguments);
        if ((Long) answer.get(0) < 0) {
            throw new ViewException("BNK-6002 Redis at " + address + ", " + ViewKeys.position(partition)
                    + ": expected logId " + step.logId() + ", found " + answer.get(1));
        }
        return new Applied((Long) answer.get(0) == 1, Long.parseLong((String) answer.get(1)));
    }

    private void add(CommandNews news, List<String> arguments) {
        arguments.add(Long.toString(news.nextCommand()));
        arguments.add(Long.toString(news.commandTime().toEpochMilli()));
        arguments.add(Long.toString(outcomesKept.toMillis()));
        news.outcomes().forEach((id, outcome) -> {
            arguments.add(id);
            arguments.add(Long.toString(outcome.commandTime().toEpochMilli()));
            arguments.add(outcome.json());
        });
    }

    private static void add(Change change, List<String> arguments) {
        arguments.add(change.from() == null ? "" : change.from().toString());
        List<String> fields = change.fields();
        boolean whole = beginsWithAlways(fields);
        int rest = whole ? 2 * AccountFields.ALWAYS.size() : 0;
        for (int i = 0; i < AccountFields.ALWAYS.size(); i++) {
            arguments.add(whole ? fields.get(2 * i + 1) : "");
        }
        arguments.add(Integer.toString((fields.size() - rest) / 2));
        arguments.addAll(fields.subList(rest, fields.size()));
    }

    private static boolean beginsWithAlways(List<String> fields) {
        for (int i = 0; i < AccountFields.ALWAYS.size(); i++) {
            if (2 * i >= fields.size() || !fields.get(2 * i).equals(AccountFields.ALWAYS.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> keys(int partition, Collection<String> accounts) {
        List<String> keys = new ArrayList<>(accounts.size() + 1);
        keys.add(ViewKeys.position(partition));
        accounts.forEach(account -> keys.add(ViewKeys.account(partition, account)));
        return keys;
    }

    static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new LinkedHashMap<>(flat.size());
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put((String) flat.get(i), (String) flat.get(i + 1));
        }
        return fields;
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    /** A script by its digest; a Redis that does not know it (restarted, replaced) is given it again. */
    private final class Script {
        private final String source;
        private final String digest;

        Script(String resource) {
            try (InputStream in = RedisView.class.getResourceAsStream(resource)) {
                source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            digest = connection.sync().digest(source);
        }

        List<Object> run(List<String> keys, List<String> arguments) {
            try {
                return run(CommandType.EVALSHA, digest, keys, arguments);
            } catch (RedisNoScriptException unknown) {
                return run(CommandType.EVAL, source, keys, arguments);
            }
        }

        /** As bytes of our own making: Lettuce's codec takes a buffer for each of some ten thousand arguments. */
        private List<Object> run(CommandType command, String script, List<String> keys, List<String> arguments) {
            CommandArgs<String, String> all = new CommandArgs<>(StringCodec.UTF8);
            all.add(script).add(keys.size());
            keys.forEach(key -> add(all, key));
            arguments.forEach(argument -> add(all, argument));
            return connection.sync().dispatch(command, new ArrayOutput<>(StringCodec.UTF8), all);
        }

        private static void add(CommandArgs<String, String> all, String argument) {
            all.add(argument.getBytes(StandardCharsets.UTF_8));
        }
    }
}
