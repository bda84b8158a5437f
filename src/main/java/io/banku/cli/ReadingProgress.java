package io.banku.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a file has been read, on one line of a terminal, for somebody who waits. It writes to the terminal itself: the line is
 * written over, which no words of a command may do. One thread.
 */
final class ReadingProgress {
    private static final long SECOND = 1_000_000_000L;
    private static final long EVERY = SECOND / 4;
    private static final String START_OF_LINE = "\r";
    private static final String TO_ITS_END = "\u001B[K";

    /** Null where nobody looks. */
    private final PrintStream terminal;

    private final long size;
    private final LongSupplier clock;
    private long next;
    private int readings;
    private boolean isShown;

    /** @param clock nanoseconds */
    ReadingProgress(PrintStream terminal, long size, LongSupplier clock) {
        this.terminal = terminal;
        this.size = size;
        this.clock = clock;
        this.next = clock.getAsLong() + SECOND;
    }

    /** Only where stderr is a terminal, as the launcher knows. */
    static ReadingProgress of(Path file) throws IOException {
        boolean isTerminal = Boolean.getBoolean("banku.terminal.stderr");
        return new ReadingProgress(
                isTerminal
                        ? new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                        : null,
                Files.size(file),
                System::nanoTime);
    }

    /** From the second second on it is told how far this stream has been read. */
    InputStream over(InputStream file) {
        readings++;
        return terminal == null ? file : new Counted(file);
    }

    private void show(long read) {
        long now = clock.getAsLong();
        if (now >= next) {
            next = now + EVERY;
            isShown = true;
            terminal.print(START_OF_LINE
                    + String.format(
                            Locale.ROOT,
                            "banku: reading, time %d: %,d of %,d MB",
                            readings,
                            read / 1_000_000,
                            size / 1_000_000)
                    + TO_ITS_END);
        }
    }

    /** Before anything else is written. */
    void clear() {
        if (isShown) {
            terminal.print(START_OF_LINE + TO_ITS_END);
            isShown = false;
        }
    }

    private final class Counted extends FilterInputStream {
        private long read;

        private Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int found = super.read();
            count(found < 0 ? 0 : 1);
            return found;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int found = super.read(into, from, count);
            count(Math.max(0, found));
            return found;
        }

        private void count(int bytes) {
            read += bytes;
            show(read);
        }
    }
}
