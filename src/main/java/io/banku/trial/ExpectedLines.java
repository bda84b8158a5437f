package io.banku.trial;

import io.banku.feed.Feed;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of an expectation, record by record. One thread; its memory does not grow with the file. */
final class ExpectedLines implements Closeable {
    /** There may be any number of lines more than there should be; the first ones say it all. */
    private static final int MOST = 1000;

    private final Path file;
    private final Feed.Values told;
    private final BufferedReader reader;
    private long number;
    private Line next;

    /** @param told whether messages may have a word of them */
    ExpectedLines(Path file, Feed.Values told) throws IOException {
        this.file = file;
        this.told = told;
        this.reader = Files.newBufferedReader(file);
        this.next = read();
    }

    /**
     * Those not yet taken of records up to this one.
     *
     * @param found how many lines it has become
     */
    List<Line> upTo(long record, int found) throws IOException {
        List<Line> lines = new ArrayList<>();
        while (next != null && next.record() <= record && lines.size() < found + MOST) {
            lines.add(next);
            next = read();
        }
        return lines;
    }

    List<Line> rest() throws IOException {
        return upTo(Long.MAX_VALUE, 0);
    }

    private Line read() throws IOException {
        String text = reader.readLine();
        number++;
        try {
            return text == null ? null : Line.parse(text, told);
        } catch (IllegalArgumentException malformed) {
            throw new ExpectationException("BNK-3043 " + file + ":" + number + ": " + malformed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
