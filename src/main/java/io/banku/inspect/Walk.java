package io.banku.inspect;

import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one reading of a file by a framing found. Immutable.
 *
 * @param boundaries the same for framings that cut a file into the same records
 * @param lengths how many records have each length, of long ones the first {@link #MOST_LENGTHS} lengths
 * @param last the first bytes of the last record, at most {@link #LAST}
 * @param failedAt where the rest does not fall into records; -1: it ends with the file
 * @param fault code of what was wrong there; empty where nothing was
 */
record Walk(
        long records,
        long payload,
        long boundaries,
        Map<Integer, Long> lengths,
        byte[] last,
        long failedAt,
        String fault) {
    static final int MOST_LENGTHS = 1000;
    static final int LAST = 160;

    /** Records up to that length, which are nearly all, are counted where their length is the place. */
    private static final int SHORT = 1 << 12;

    static Walk of(Framing framing, Bytes bytes) throws IOException {
        long records = 0;
        int longest = 0;
        long payload = 0;
        long boundaries = 17;
        long[] ofShort = new long[SHORT];
        Map<Integer, Long> ofLong = new TreeMap<>();
        byte[] last = new byte[LAST];
        int lastLength = 0;
        Frame frame = new Frame();
        long failedAt = -1;
        String code = "";
        try (RecordSource source = framing.open(bytes.open())) {
            for (int before = 0; source.next(frame) && !bytes.cuts(frame, before); before = frame.lineEnd) {
                records = frame.number;
                int length = frame.length;
                longest = Math.max(longest, length);
                payload += length;
                boundaries = 31 * (31 * boundaries + frame.fileOffset) + length;
                lastLength = Math.min(LAST, length);
                System.arraycopy(frame.bytes, frame.start, last, 0, lastLength);
                if (length < SHORT) {
                    ofShort[length]++;
                } else if (ofLong.size() < MOST_LENGTHS || ofLong.containsKey(length)) {
                    ofLong.merge(length, 1L, Long::sum);
                }
            }
        } catch (FramingException fault) {
            boolean goesOn = bytes.endsBefore(fault, framing, longest);
            failedAt = goesOn ? -1 : fault.fileOffset();
            code = goesOn ? "" : fault.code();
        }
        return new Walk(
                records,
                payload,
                boundaries,
                lengths(ofShort, ofLong),
                Arrays.copyOf(last, lastLength),
                failedAt,
                code);
    }

    private static Map<Integer, Long> lengths(long[] ofShort, Map<Integer, Long> ofLong) {
        Map<Integer, Long> lengths = new TreeMap<>(ofLong);
        for (int length = 0; length < ofShort.length; length++) {
            if (ofShort[length] > 0) {
                lengths.put(length, ofShort[length]);
            }
        }
        return lengths;
    }

    /** Or with what is looked at of it. */
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
