package io.banku.launcher;

import io.banku.embedded.EmbeddedKafka;
import io.banku.embedded.EmbeddedRedis;
import java.nio.file.Path;

/** Starts both embedded servers and stops them. Run on the class path of the distribution, not of the tests. */
final class BothServers {
    private BothServers() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
                var redis = EmbeddedRedis.start(folder.resolve("redis"), 0, false)) {
            System.out.println("both run: " + kafka.bootstrapServers() + " " + redis.uri());
        }
    }
}
