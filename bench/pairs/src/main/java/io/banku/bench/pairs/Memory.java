package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has of the machine's memory, where that tells (Linux). */
final class Memory {
    private static final String RESIDENT = "VmRSS:";
    private static final int KILO = 1024;

    private Memory() {}

    /** Megabytes; 0 where the machine does not tell. */
    static long resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / KILO)
                .findAny()
                .orElse(0);
    }
}
