package io.banku.view;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.StringRedisSerializer;

/**
 * What Camel's redis component reads accounts through: HGETALL of an account also brings where its partition's slot
 * stands, all of the same moment. Two reads could show an account older than its position.
 */
public final class AccountSlots extends RedisTemplate<String, String> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final RedisScript<List<String>> READ = script();

    private final LettuceConnectionFactory connections;
    private final Runnable guard;

    /** @param guard throws when what is read could not be believed */
    public AccountSlots(String uri, Runnable guard) {
        this.guard = guard;
        RedisConfiguration address = LettuceConnectionFactory.createRedisConfiguration(uri);
        connections = new LettuceConnectionFactory(address, impatient(RedisURI.create(uri)));
        connections.afterPropertiesSet();
        connections.start();
        setConnectionFactory(connections);
        setDefaultSerializer(StringRedisSerializer.UTF_8);
        afterPropertiesSet();
    }

    /** Somebody waits for the answer: better none in time than one after a minute. */
    private static LettuceClientConfiguration impatient(RedisURI uri) {
        return LettuceClientConfiguration.builder()
                .apply(uri) // TLS is not part of the address
                .commandTimeout(PATIENCE)
                .clientOptions(RedisServer.options(PATIENCE)
                        .mutate()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build())
                .build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <HK, HV> HashOperations<String, HK, HV> opsForHash() {
        HashOperations<String, HK, HV> plain = super.opsForHash();
        return (HashOperations<String, HK, HV>) Proxy.newProxyInstance(
                HashOperations.class.getClassLoader(),
                new Class<?>[] {HashOperations.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("entries")) {
                        return accountWithPosition((String) arguments[0]);
                    }
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private Map<String, String> accountWithPosition(String accountKey) {
        guard.run();
        String positionKey = accountKey.substring(0, accountKey.indexOf('}') + 1) + ":position";
        List<String> answer = execute(READ, List.of(positionKey, accountKey));
        Map<String, String> fields = new HashMap<>();
        int account = SlotState.FIELDS.length;
        for (int i = 0; i < account; i++) {
            fields.put(SlotState.FIELDS[i], answer.get(i));
        }
        for (int i = account; i + 1 < answer.size(); i += 2) {
            fields.put(answer.get(i), answer.get(i + 1));
        }
        return fields;
    }

    /** Takes where the slot stands out of what was read; what is left are the account's fields. */
    public static SlotState slot(Map<String, String> fields) {
        return SlotState.of(Stream.of(SlotState.FIELDS).map(fields::remove).toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RedisScript<List<String>> script() {
        String source = Script.source("account.lua") + """
                local answer = redis.call('HMGET', KEYS[1], %s)
                for i = 1, #answer do
                  answer[i] = answer[i] or ''
                end
                for _, each in ipairs(account(KEYS[2])) do
                  answer[#answer + 1] = each
                end
                return answer
                """.formatted("'" + String.join("', '", SlotState.FIELDS) + "'");
        return (RedisScript) new DefaultRedisScript<List>(source, List.class);
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
