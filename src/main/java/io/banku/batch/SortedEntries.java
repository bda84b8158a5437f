package io.banku.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of entries of one width by their bytes, without sign: of more than {@value #RUN}, runs of so many are
 * sorted in memory and written to files of their own, which are merged at the end. One thread.
 */
final class SortedEntries implements Closeable {
    private static final int RUN = 100_000;

    private final int width;
    private final Path folder;
    private final List<byte[]> run = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();

    /** @param folder for the runs; they are deleted at the end */
    SortedEntries(int width, Path folder) {
        this.width = width;
        this.folder = folder;
    }

    void add(byte[] entry) throws IOException {
        run.add(entry);
        if (run.size() == RUN) {
            spill();
        }
    }

    private void spill() throws IOException {
        run.sort(Arrays::compareUnsigned);
        Path file = Files.createTempFile(folder, "sorting-", ".part");
        runs.add(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (byte[] entry : run) {
                out.write(entry);
            }
        }
        run.clear();
    }

    /** Takes the entries in their order. */
    interface Taker {
        void take(byte[] entry) throws IOException;
    }

    /** To be called once. */
    void forEach(Taker taker) throws IOException {
        if (runs.isEmpty()) {
            run.sort(Arrays::compareUnsigned);
            for (byte[] entry : run) {
                taker.take(entry);
            }
        } else {
            merge(taker);
        }
    }

    private void merge(Taker taker) throws IOException {
        spill();
        PriorityQueue<Run> heads =
                new PriorityQueue<>(Comparator.comparing(head -> head.entry, Arrays::compareUnsigned));
        try {
            for (Path file : runs) {
                Run opened = new Run(file);
                if (opened.next()) {
                    heads.add(opened);
                } else {
                    opened.close();
                }
            }
            while (!heads.isEmpty()) {
                Run first = heads.remove();
                taker.take(first.entry);
                if (first.next()) {
                    heads.add(first);
                } else {
                    first.close();
                }
            }
        } finally {
            for (Run left : heads) {
                left.close();
            }
        }
    }

    private final class Run implements Closeable {
        private final InputStream in;
        private byte[] entry;

        Run(Path file) throws IOException {
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 14);
        }

        boolean next() throws IOException {
            entry = in.readNBytes(width);
            return entry.length == width;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
    }
}
