package io.banku.inspect;

import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds records of a file by their numbers, or by a byte in them, in one reading up to the last one that is wanted. */
public final class RecordSearch {
    /** That a page shows in any case. */
    private static final int FIRST = 3;

    private final Way way;
    private final Set<Long> numbers;
    private final Set<Long> offsets;
    private final List<RecordSight> found = new ArrayList<>();
    private long before = -1;
    private long last;

    private RecordSearch(Way way, List<Long> numbers, List<Long> offsets) {
        this.way = way;
        this.numbers = new TreeSet<>(numbers);
        this.offsets = new TreeSet<>(offsets);
    }

    /**
     * @param numbers of records, from 1
     * @param offsets of bytes of the file (unpacked, where it is packed), from 0
     * @throws IllegalArgumentException when there is no such record or byte: the file ends before, or does not fall into
     *     records up to there
     */
    public static List<RecordSight> of(Path file, Way way, List<Long> numbers, List<Long> offsets) throws IOException {
        RecordSearch search = new RecordSearch(way, numbers, offsets);
        Packing packing = Packing.of(file);
        search.read(packing.content().orElseThrow(() -> new IllegalArgumentException(packing.told())));
        return search.found;
    }

    /**
     * As {@link #of}, with the first records of the file and one that does not fit; those that are not there are left out.
     *
     * @param bad number of a record that does not fit; 0 where there is none
     */
    public static List<RecordSight> forPage(Path file, Way way, List<Long> numbers, List<Long> offsets, long bad)
            throws IOException {
        Set<Long> all = new TreeSet<>(numbers);
        for (long number = 1; number <= FIRST; number++) {
            all.add(number);
        }
        if (bad > 0) {
            all.add(bad);
        }
        RecordSearch search = new RecordSearch(way, List.copyOf(all), offsets);
        Optional<Bytes> content = Packing.of(file).content();
        if (content.isPresent()) {
            search.walk(content.get());
        }
        return search.found;
    }

    /** What keeps it from going to the end; null where nothing does. */
    private FramingException walk(Bytes bytes) throws IOException {
        Frame frame = new Frame();
        List<FitNode> nodes = way.nodes();
        try (RecordSource source = way.cut().open(bytes.open())) {
            while (!(numbers.isEmpty() && offsets.isEmpty()) && source.next(frame)) {
                look(frame, nodes);
                last = frame.number;
            }
            return null;
        } catch (FramingException noRecords) {
            return noRecords;
        }
    }

    private void read(Bytes bytes) throws IOException {
        FramingException noRecords = walk(bytes);
        if (noRecords != null) {
            throw new IllegalArgumentException(
                    expected() + ", found that the file does not fall into records from byte " + noRecords.fileOffset()
                            + " on: " + noRecords.code() + " " + noRecords.getMessage(),
                    noRecords);
        }
        if (!numbers.isEmpty() || !offsets.isEmpty()) {
            throw new IllegalArgumentException(expected() + ", found the end of the file after "
                    + (numbers.isEmpty() ? Told.counted(before + 1, "byte") : "record " + last));
        }
    }

    private void look(Frame frame, List<FitNode> nodes) {
        List<String> why = new ArrayList<>();
        boolean isWanted = numbers.remove(frame.number);
        long end = frame.fileOffset + frame.length + frame.lineEnd;
        for (Long offset : List.copyOf(offsets)) {
            if (offset < end) {
                offsets.remove(offset);
                why.add(place(offset, frame));
            }
        }
        before = Math.max(before, end - 1);
        if (isWanted || !why.isEmpty()) {
            found.add(RecordSight.of(frame, way, nodes, String.join(", ", why)));
        }
    }

    private static String place(long offset, Frame frame) {
        long at = offset - frame.fileOffset;
        return at < 0
                ? "the first one behind " + Told.place(offset) + " of the file, which is no part of a record"
                : at < frame.length
                        ? String.format("byte %d of the file is its byte %d (0x%X)", offset, at, at)
                        : "byte " + offset + " of the file is in its line end";
    }

    private String expected() {
        return numbers.isEmpty()
                ? "expected byte " + offsets.iterator().next()
                : "expected record " + numbers.iterator().next();
    }
}
