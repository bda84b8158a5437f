package io.banku.inspect;

import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one reading of a file by a framing found. Immutable.
 *
 * @param boundaries the same for framings that cut a file into the same records
 * @param lengths how many records have each length, of the first {@link #MOST_LENGTHS} lengths
 * @param failedAt where the rest does not fall into records; -1: it ends with the file
 * @param fault code of what was wrong there; empty where nothing was
 */
record Walk(long records, long payload, long boundaries, Map<Integer, Long> lengths, long failedAt, String fault) {
    static final int MOST_LENGTHS = 1000;

    static Walk of(Framing framing, Bytes bytes) throws IOException {
        long payload = 0;
        long boundaries = 17;
        Map<Integer, Long> lengths = new TreeMap<>();
        Frame frame = new Frame();
        try (RecordSource source = framing.open(bytes.open())) {
            try {
                while (source.next(frame)) {
                    payload += frame.length;
                    boundaries = 31 * (31 * boundaries + frame.fileOffset) + frame.length;
                    if (lengths.size() < MOST_LENGTHS || lengths.containsKey(frame.length)) {
                        lengths.merge(frame.length, 1L, Long::sum);
                    }
                }
                return new Walk(frame.number, payload, boundaries, lengths, -1, "");
            } catch (FramingException fault) {
                return new Walk(frame.number, payload, boundaries, lengths, fault.fileOffset(), fault.code());
            }
        }
    }

    boolean endsWithTheFile() {
        return failedAt < 0;
    }

    int shortest() {
        return lengths.keySet().stream().min(Integer::compare).orElse(0);
    }

    int longest() {
        return lengths.keySet().stream().max(Integer::compare).orElse(0);
    }
}
