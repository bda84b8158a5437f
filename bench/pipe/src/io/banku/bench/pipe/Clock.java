package io.banku.bench.pipe;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** From when on something lasted, and what it took of the processors. */
record Clock(long startedAt, long nanos, long processorNanos) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Clock start() {
        return new Clock(System.currentTimeMillis(), System.nanoTime(), PROCESS.getProcessCpuTime());
    }

    /** One line of JSON on standard output. */
    void tell(String what, long records) {
        Clock now = start();
        double seconds = (now.nanos - nanos) / 1e9;
        double processor = (now.processorNanos - processorNanos) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "{\"mode\":\"%s\",\"records\":%d,\"seconds\":%.3f,"
                        + "\"processorSeconds\":%.3f,\"processorSecondsInAll\":%.3f,"
                        + "\"recordsPerSecond\":%.0f,\"processorMicrosPerRecord\":%.3f,\"startedAt\":%d,\"doneAt\":%d}",
                what,
                records,
                seconds,
                processor,
                now.processorNanos / 1e9,
                records / Math.max(seconds, 0.001),
                processor * 1e6 / Math.max(records, 1),
                startedAt,
                now.startedAt));
    }
}
