package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master of the view is made a replica while the program runs. */
class ReadOnlyRedisTest {
    private static final String NOBODY = "/api/v1/accounts/0000000001";

    @Test
    void nobodyIsToldThatAnAccountIsNotThereAndReadinessSaysWhy(@TempDir Path folder) throws Exception {
        try (Servers servers = Servers.start(folder);
                RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            RedisClient client = RedisClient.create(servers.redisUri());
            try (StatefulRedisConnection<String, String> redis = client.connect()) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> banku.get(NOBODY).status() == 404);

                redis.sync().replicaof("127.0.0.1", 1);

                await().untilAsserted(() -> {
                    assertThat(banku.get(NOBODY).status()).isEqualTo(503);
                    Answer ready = banku.getFromManagement("/observe/health/ready");
                    assertThat(ready.status()).isEqualTo(503);
                    assertThat(ready.response().body()).contains("BNK-6012 Redis at ");
                });

                redis.sync().replicaofNoOne();

                await().until(() -> banku.get(NOBODY).status() == 404);
            } finally {
                client.shutdown();
            }
        }
    }
}
