package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings come in by one door, where they are checked: Camel's own ways to find some more are shut. */
class OneDoorTest {
    private static final String CAMELS = "camel.main.auto-startup";

    @BeforeEach
    void aSystemPropertyThatStopsEveryRoute() {
        System.setProperty(CAMELS, "false");
    }

    @AfterEach
    void isGone() {
        System.clearProperty(CAMELS);
    }

    @Test
    void aSystemPropertyOfCamelsIsNotHeeded(@TempDir Path folder) throws Exception {
        try (Servers servers = Servers.start(folder);
                RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(banku.getFromManagement("/observe/health/ready")
                                    .status())
                            .isEqualTo(200));
        }
    }
}
