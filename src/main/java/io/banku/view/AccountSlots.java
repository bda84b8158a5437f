package io.banku.view;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.StringRedisSerializer;

/**
 * What Camel's redis component reads accounts through: HGETALL of an account also brings its partition's position, as the
 * field {@value #POSITION}, and {@value #REBUILDING_TO}, all of the same moment. Two reads could show an account older than its position.
 */
public final class AccountSlots extends RedisTemplate<String, String> implements AutoCloseable {
    /** No field of an account has this name. */
    public static final String POSITION = "position";

    /** Nor this: where the partition stood when it was last rebuilt; before that, accounts are of no use. */
    public static final String REBUILDING_TO = "rebuildingTo";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final RedisScript<List<String>> READ = script();

    private final LettuceConnectionFactory connections;

    public AccountSlots(String uri) {
        RedisConfiguration address = LettuceConnectionFactory.createRedisConfiguration(uri);
        connections = new LettuceConnectionFactory(address, impatient());
        connections.afterPropertiesSet();
        connections.start();
        setConnectionFactory(connections);
        setDefaultSerializer(StringRedisSerializer.UTF_8);
        afterPropertiesSet();
    }

    /** Somebody waits for the answer: better none in time than one after a minute. */
    private static LettuceClientConfiguration impatient() {
        return LettuceClientConfiguration.builder()
                .commandTimeout(PATIENCE)
                .clientOptions(ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(
                                SocketOptions.builder().connectTimeout(PATIENCE).build())
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
        String positionKey = accountKey.substring(0, accountKey.indexOf('}') + 1) + ":position";
        List<String> answer = execute(READ, List.of(positionKey, accountKey));
        Map<String, String> fields = new HashMap<>();
        fields.put(POSITION, answer.get(0));
        fields.put(REBUILDING_TO, answer.get(1));
        for (int i = 2; i + 1 < answer.size(); i += 2) {
            fields.put(answer.get(i), answer.get(i + 1));
        }
        return fields;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RedisScript<List<String>> script() {
        String source = """
                local at = redis.call('HMGET', KEYS[1], 'position', 'rebuildingTo')
                local answer = redis.call('HGETALL', KEYS[2])
                table.insert(answer, 1, at[1] or '0')
                table.insert(answer, 2, at[2] or '0')
                return answer
                """;
        return (RedisScript) new DefaultRedisScript<List>(source, List.class);
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
