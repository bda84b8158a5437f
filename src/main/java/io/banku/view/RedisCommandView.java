package io.banku.view;

import io.banku.account.Account;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The view in Redis as deciders need it. Shared by threads. It has a connection of its own: a small read would wait
 * behind the chunks of the projection, and somebody waits for it.
 */
public final class RedisCommandView implements CommandView, CommandGaps, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisServer server;
    private final StatefulRedisConnection<String, String> connection;
    private final Script look;
    private final Script latch;

    private RedisCommandView(RedisServer server) {
        this.server = server;
        this.connection = server.connection();
        this.look = new Script(connection, "account.lua", "look.lua");
        this.latch = new Script(connection, "latch.lua");
    }

    /** @throws ViewException when there is no Redis at the address, or none that can hold a view */
    public static RedisCommandView connect(String uri) {
        return new RedisCommandView(RedisServer.connect(uri, PATIENCE));
    }

    @Override
    public Sight look(int partition, Collection<String> accounts, Collection<String> commandIds) {
        ScriptArguments arguments = look.arguments(100 + 50 * accounts.size() + 50 * commandIds.size());
        arguments.number(accounts.size() + 2).text(ViewKeys.position(partition)).text(ViewKeys.outcomes(partition));
        accounts.forEach(account -> arguments.text(ViewKeys.account(partition, account)));
        commandIds.forEach(arguments::text);
        return asked(() -> sight(look.run(arguments), accounts, List.copyOf(commandIds)));
    }

    @Override
    public void lost(int partition, SlotState seen, String detail) {
        asked(() -> latch.run(Rebuild.latching(latch, partition, seen, detail)));
    }

    @Override
    public String topic(int partition, String topicId) {
        return asked(() -> {
            connection.sync().hsetnx(ViewKeys.commands(partition), "topic", topicId);
            return connection.sync().hget(ViewKeys.commands(partition), "topic");
        });
    }

    @Override
    public Optional<String> gap(int partition) {
        return asked(() -> Optional.ofNullable(connection.sync().hget(ViewKeys.commands(partition), "gap")));
    }

    @Override
    public void latch(int partition, String detail) {
        asked(() -> connection.sync().hsetnx(ViewKeys.commands(partition), "gap", detail));
    }

    private <T> T asked(Supplier<T> question) {
        server.requireMaster();
        try {
            return question.get();
        } catch (RedisException failed) {
            throw server.unavailable(failed);
        }
    }

    private static Sight sight(List<Object> answer, Collection<String> accounts, List<String> commandIds) {
        List<String> head = Rebuild.texts(answer.subList(0, SlotState.FIELDS.length + 2));
        String logId = head.get(0);
        int next = head.size();
        Set<String> decided = new HashSet<>();
        for (String id : commandIds) {
            if ((Long) answer.get(next++) == 1) {
                decided.add(id);
            }
        }
        Map<String, Account> found = new HashMap<>();
        for (String account : accounts) {
            found.put(account, account(account, RedisView.fields((List<?>) answer.get(next++))));
        }
        return new Sight(
                SlotState.of(head.subList(2, head.size())),
                logId.isEmpty() ? null : logId,
                head.get(1).isEmpty() ? 0 : Long.parseLong(head.get(1)),
                found,
                decided);
    }

    /** What cannot be read is not decided on: it is parked, as the projection will park it at its next event. */
    private static Account account(String id, Map<String, String> fields) {
        try {
            return AccountFields.read(id, fields);
        } catch (CorruptAccountException unreadable) {
            return Account.unreadable(id, "BNK-6010 " + unreadable.getMessage());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
