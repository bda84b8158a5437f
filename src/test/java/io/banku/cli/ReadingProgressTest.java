package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadingProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long now;

    @Test
    void fromTheSecondSecondOnOneLineIsWrittenOverAndTakenAwayAtTheEnd() throws IOException {
        ReadingProgress progress =
                new ReadingProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8), 3_000_000, () -> now);
        InputStream file = progress.over(new ByteArrayInputStream(new byte[3_000_000]));

        file.readNBytes(1_000_000);
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEmpty();
        now = 2 * SECOND;
        file.readNBytes(1_000_000);
        file.readNBytes(1_000_000);
        progress.clear();
        progress.clear();

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .matches("\\rbanku: reading, time 1: [12] of 3 MB\u001B\\[K\\r\u001B\\[K");
    }

    @Test
    void whereStderrIsNoTerminalTheStreamIsTheFiles() throws IOException {
        InputStream file = new ByteArrayInputStream(new byte[1]);

        ReadingProgress progress = ReadingProgress.of(Path.of("README.md"));

        assertThat(progress.over(file)).isSameAs(file);
    }
}
