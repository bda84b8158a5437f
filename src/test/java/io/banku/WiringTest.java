package io.banku;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.camel.metrics.Metrics;
import io.banku.log.LogConnection;
import io.banku.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

class WiringTest {
    private final Wiring wiring = new Wiring(
            Settings.read(List.of(), Map.of(), Map.of()),
            new Main(),
            new LogConnection("nobody:9092", Map.of()),
            "log",
            null,
            Clock.systemUTC(),
            new Metrics(new SimpleMeterRegistry(), Clock.systemUTC()));
    private final List<String> ended = new ArrayList<>();

    @Test
    void aPartThatCannotBeEndedKeepsNoOtherFromEnding() {
        wiring.beforeRoutesStop(() -> ended.add("first before"));
        wiring.beforeRoutesStop(WiringTest::fail);
        wiring.beforeRoutesStop(() -> ended.add("last before"));
        wiring.afterRoutesStopped(() -> ended.add("first wired"));
        wiring.afterRoutesStopped(WiringTest::fail);
        wiring.afterRoutesStopped(() -> ended.add("last wired"));

        wiring.stopBeforeRoutes();
        wiring.closeAfterRoutes();

        assertThat(ended).containsExactly("first before", "last before", "last wired", "first wired");
    }

    private static void fail() {
        throw new IllegalStateException("expected by the test");
    }
}
