package io.banku.camel.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** The registry, with the words that each family is described by. Shared by threads. */
final class Meters {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> held = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    Counter counter(String name, String help, String... tags) {
        return Counter.builder(name).description(help).tags(tags).register(registry);
    }

    /** Of something that counts elsewhere, and never falls; asked at each scrape, and not kept alive by that. */
    void counted(String name, String help, DoubleSupplier now, String... tags) {
        FunctionCounter.builder(name, now, DoubleSupplier::getAsDouble)
                .description(help)
                .tags(tags)
                .register(registry);
    }

    /** Asked at each scrape. */
    void gauge(String name, String help, DoubleSupplier now, String... tags) {
        Gauge.builder(name, now::getAsDouble).description(help).tags(tags).register(registry);
    }

    /** Set by whoever knows it. */
    AtomicLong held(String name, String help, String... tags) {
        return held.computeIfAbsent(name + String.join("/", tags), key -> {
            AtomicLong value = new AtomicLong();
            gauge(name, help, value::doubleValue, tags);
            return value;
        });
    }

    MultiGauge rows(String name, String help) {
        return MultiGauge.builder(name).description(help).register(registry);
    }

    Timer timer(String name, String help, String... tags) {
        return Timer.builder(name).description(help).tags(tags).register(registry);
    }

    /** @param bounds of its buckets */
    Timer histogram(String name, String help, Tags tags, Duration... bounds) {
        return Timer.builder(name)
                .description(help)
                .tags(tags)
                .serviceLevelObjectives(bounds)
                .register(registry);
    }
}
