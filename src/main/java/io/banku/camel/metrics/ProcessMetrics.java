package io.banku.camel.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.List;
import java.util.Optional;

/** The process itself: which version it is, and what it takes of the machine. To be closed by the thread that made it. */
public final class ProcessMetrics implements AutoCloseable {
    private static final List<MeterBinder> MACHINE = List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());

    private final JvmGcMetrics collector = new JvmGcMetrics();

    public ProcessMetrics(MeterRegistry registry) {
        // Only a jar knows its version.
        String version = Optional.ofNullable(ProcessMetrics.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
        new Meters(registry)
                .gauge(
                        "banku.build.info",
                        "1, by the version of the program and of Java.",
                        () -> 1,
                        "version",
                        version,
                        "java",
                        System.getProperty("java.version"));
        MACHINE.forEach(binder -> binder.bindTo(registry));
        collector.bindTo(registry);
    }

    /** Java would tell it of each collection for ever. */
    @Override
    public void close() {
        collector.close();
    }
}
