package io.banku.inspect;

import io.banku.record.CodePage;
import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bytes of a record that tell its type: where they differ, lengths and columns differ too. Found in the first records and
 * the last, and counted in all. Immutable.
 *
 * @param at of the type's first byte in the record
 * @param counts of records of the whole file, by the type's text
 * @param first the type of the first record
 * @param last the type of the last record
 */
public record RecordTypes(int at, int width, Map<String, Long> counts, String first, String last) {
    private static final int SAMPLE = 2000;
    private static final int FEWEST_RECORDS = 4;

    /** Null where no bytes divide the records into shapes. */
    static RecordTypes of(Content content, Candidate candidate) throws IOException {
        List<byte[]> sample = sample(content, candidate);
        Optional<TypeSearch.Place> place =
                sample.size() < FEWEST_RECORDS ? Optional.empty() : TypeSearch.of(sample, content.page());
        return place.isEmpty()
                ? null
                : counted(content, candidate, place.get().at(), place.get().width());
    }

    private static List<byte[]> sample(Content content, Candidate candidate) throws IOException {
        List<byte[]> sample = new ArrayList<>();
        Frame frame = new Frame();
        Framing framing = Framing.of(candidate.form().toString(), null, content.page());
        try (RecordSource source = framing.open(content.bytes().open())) {
            while (sample.size() < SAMPLE && source.next(frame)) {
                int length = Math.min(Walk.LAST, frame.length);
                sample.add(Arrays.copyOfRange(frame.bytes, frame.start, frame.start + length));
            }
        } catch (FramingException end) {
            return sample;
        }
        if (sample.size() == SAMPLE && candidate.walk().records() > SAMPLE) {
            sample.set(SAMPLE - 1, candidate.walk().last());
        }
        return sample;
    }

    private static RecordTypes counted(Content content, Candidate candidate, int at, int width) throws IOException {
        TypeCount counts = new TypeCount();
        int first = TypeCount.OTHERS;
        int last = TypeCount.OTHERS;
        Frame frame = new Frame();
        Framing framing = Framing.of(candidate.form().toString(), null, content.page());
        try (RecordSource source = framing.open(content.bytes().open())) {
            int before = 0;
            for (; source.next(frame) && !content.bytes().cuts(frame, before); before = frame.lineEnd) {
                last = type(frame, at, width);
                first = frame.number == 1 ? last : first;
                counts.add(last);
            }
        } catch (FramingException end) {
            last = TypeCount.OTHERS;
        }
        if (content.isSample()) {
            last = TypeCount.OTHERS;
        }
        Map<String, Long> told = new TreeMap<>();
        counts.all().forEach((type, count) -> told.merge(told(type, width, content.page()), count, Long::sum));
        return new RecordTypes(at, width, told, told(first, width, content.page()), told(last, width, content.page()));
    }

    /** The bytes of the type as one number; {@link TypeCount#OTHERS} where the record ends before. */
    private static int type(Frame frame, int at, int width) {
        if (frame.length < at + width) {
            return TypeCount.OTHERS;
        }
        int type = 0;
        for (int i = frame.start + at; i < frame.start + at + width; i++) {
            type = type << 8 | frame.bytes[i] & 0xFF;
        }
        return type;
    }

    private static String told(int type, int width, CodePage page) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (type >> 8 * (width - 1 - i));
        }
        String text = type == TypeCount.OTHERS ? "" : TypeSearch.text(bytes, 0, width, page);
        return text.isEmpty() ? OTHERS : text;
    }

    private static final String OTHERS = "others";

    boolean hasHeader() {
        return counts.getOrDefault(first, 0L) == 1 && !first.equals(OTHERS);
    }

    boolean hasTrailer() {
        return counts.getOrDefault(last, 0L) == 1 && !last.equals(first) && !last.equals(OTHERS);
    }

    String told() {
        String where = width == 1 ? "byte " + at + " tells" : "bytes " + at + " to " + (at + width - 1) + " tell";
        String types = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getKey() + " (" + Told.number(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
        String ends = hasHeader() && hasTrailer()
                ? "; the first one, " + first + ", looks like a header, the last one, " + last + ", like a trailer"
                : hasHeader()
                        ? "; the first one, " + first + ", looks like a header"
                        : hasTrailer() ? "; the last one, " + last + ", looks like a trailer" : "";
        return "likely: " + where + " the type of a record: " + types + ends;
    }
}
