package io.banku.inspect;

import io.banku.record.Frame;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records from everywhere in a file, the first and the last among them; and of all its records the rules that match them.
 *
 * @param rules null without a feed
 * @param brokenOff null where the file falls into records to its end
 */
record Sample(List<Frame> records, Map<String, Long> rules, long firstWithoutRule, String brokenOff) {
    private static final int RECORDS = 300;

    /** Every so many records one, and the last. */
    static Sample of(Bytes bytes, Way way) throws IOException {
        List<Frame> sample = new ArrayList<>();
        Map<String, Long> rules = way.rule() == null ? null : new TreeMap<>();
        long firstWithoutRule = 0;
        long every = 1;
        Frame frame = new Frame();
        Frame last = new Frame();
        last.bytes = new byte[0];
        String brokenOff = null;
        try (RecordSource source = way.cut().open(bytes.open())) {
            for (int before = 0; source.next(frame) && !bytes.cuts(frame, before); before = frame.lineEnd) {
                keep(frame, last);
                if (rules != null) {
                    String rule = way.rule().apply(frame).orElse(CopybookFit.NO_RULE);
                    rules.merge(rule, 1L, Long::sum);
                    firstWithoutRule =
                            firstWithoutRule == 0 && rule.equals(CopybookFit.NO_RULE) ? frame.number : firstWithoutRule;
                }
                if ((frame.number - 1) % every == 0) {
                    sample.add(copy(frame));
                    if (sample.size() == 2 * RECORDS) {
                        sample = everyOther(sample);
                        every *= 2;
                    }
                }
            }
        } catch (FramingException rest) {
            // what is before it can be looked at all the same
            brokenOff = bytes.endsBefore(rest, way.cut(), last.bytes.length)
                    ? null
                    : Told.place(rest.fileOffset()) + ": " + rest.code() + " " + rest.getMessage();
        }
        if (!sample.isEmpty() && sample.get(sample.size() - 1).number < last.number) {
            sample.add(copy(last));
        }
        return new Sample(sample, rules, firstWithoutRule, brokenOff);
    }

    /** The last record may be a trailer, and worth a look. */
    private static void keep(Frame frame, Frame last) {
        if (last.bytes.length < frame.length) {
            last.bytes = new byte[2 * frame.length];
        }
        System.arraycopy(frame.bytes, frame.start, last.bytes, 0, frame.length);
        last.length = frame.length;
        last.number = frame.number;
        last.fileOffset = frame.fileOffset;
    }

    private static List<Frame> everyOther(List<Frame> all) {
        List<Frame> half = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private static Frame copy(Frame frame) {
        Frame copy = new Frame();
        copy.bytes = Arrays.copyOfRange(frame.bytes, frame.start, frame.start + frame.length);
        copy.length = frame.length;
        copy.number = frame.number;
        copy.fileOffset = frame.fileOffset;
        return copy;
    }
}
