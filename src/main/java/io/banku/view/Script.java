package io.banku.view;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A script by its digest; a Redis that does not know it (restarted, replaced) is given it again. */
final class Script {
    private final StatefulRedisConnection<String, String> connection;
    private final String source;
    private final String digest;

    /** @param resources its parts, one behind the other: functions that it calls come first */
    Script(StatefulRedisConnection<String, String> connection, String... resources) {
        this.source = source(resources);
        this.connection = connection;
        this.digest = connection.sync().digest(source);
    }

    static String source(String... resources) {
        StringBuilder parts = new StringBuilder();
        for (String resource : resources) {
            try (InputStream in = Script.class.getResourceAsStream(resource)) {
                parts.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return parts.toString();
    }

    /** To be followed by the number of keys, the keys, and the arguments. */
    ScriptArguments arguments(int roughly) {
        return new ScriptArguments(digest, roughly);
    }

    List<Object> run(ScriptArguments arguments) {
        try {
            return dispatch(arguments);
        } catch (RedisNoScriptException unknown) {
            connection.sync().scriptLoad(source);
            return dispatch(arguments);
        }
    }

    private List<Object> dispatch(ScriptArguments arguments) {
        return connection.sync().dispatch(CommandType.EVALSHA, new ArrayOutput<>(StringCodec.UTF8), arguments);
    }
}
