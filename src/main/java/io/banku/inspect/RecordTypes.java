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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The bytes of a record that tell its type: where they differ, lengths and columns differ too. Found like record lengths, by
 * the bits that would tell the kinds of all bytes of the first records and the last. Immutable.
 *
 * @param at of the type's first byte in the record
 * @param counts of records of the whole file, by the type's text
 * @param first the type of the first record
 * @param last the type of the last record
 */
public record RecordTypes(int at, int width, Map<String, Long> counts, String first, String last) {
    private static final int SAMPLE = 2000;
    private static final int FARTHEST = 40;
    private static final int WIDEST = 3;
    private static final int MOST_TYPES = 20;
    private static final int FEWEST_RECORDS = 4;

    /** No chance saves that many, whatever is tried. */
    private static final int ENOUGH_BITS = 100;

    private static final double NEARLY_ALL = 0.9;

    /** Null where no bytes divide the records into shapes. */
    static RecordTypes of(Content content, Candidate candidate) throws IOException {
        List<byte[]> sample = sample(content, candidate);
        int shortest = sample.stream().mapToInt(each -> each.length).min().orElse(0);
        if (sample.size() < FEWEST_RECORDS) {
            return null;
        }
        double best = bits(sample) - ENOUGH_BITS;
        int at = -1;
        int width = 0;
        for (int w = 1; w <= WIDEST; w++) {
            for (int a = 0; a + w <= Math.min(FARTHEST, shortest); a++) {
                double bits = bits(sample, a, w, content.page());
                if (bits < best) {
                    best = bits;
                    at = a;
                    width = w;
                }
            }
        }
        while (at >= 0 && width < WIDEST && isAsTelling(sample, at, width, content.page())) {
            width++;
        }
        return at < 0 ? null : counted(content, candidate, at, width);
    }

    /** Whether with one byte more there are hardly more types: {@code D W T} is the beginning of {@code DP WD TR}. */
    private static boolean isAsTelling(List<byte[]> sample, int at, int width, CodePage page) {
        long types = sample.stream()
                .map(each -> text(each, at, width, page))
                .distinct()
                .count();
        Set<String> longer = new TreeSet<>();
        Map<String, Integer> next = new TreeMap<>();
        for (byte[] each : sample) {
            longer.add(each.length > at + width ? text(each, at, width + 1, page) : "");
            next.merge(each.length > at + width ? text(each, at + width, 1, page) : "", 1, Integer::sum);
        }
        boolean isConstant = next.values().stream().anyMatch(count -> count > NEARLY_ALL * sample.size());
        return !isConstant && !longer.contains("") && longer.size() <= types + 1;
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

    /** Each type apart; as many bits as there could be where the bytes are no type. */
    private static double bits(List<byte[]> sample, int at, int width, CodePage page) {
        Map<String, List<byte[]>> byType = new TreeMap<>();
        for (byte[] each : sample) {
            String type = text(each, at, width, page);
            if (type.isEmpty() || byType.size() > MOST_TYPES) {
                return Double.MAX_VALUE;
            }
            byType.computeIfAbsent(type, none -> new ArrayList<>()).add(each);
        }
        boolean isDivided = byType.size() > 1 && byType.size() <= Math.max(2, sample.size() / 2);
        return isDivided
                ? byType.values().stream().mapToDouble(RecordTypes::bits).sum()
                : Double.MAX_VALUE;
    }

    private static double bits(List<byte[]> records) {
        int longest = records.stream().mapToInt(each -> each.length).max().orElse(0);
        double bits = 0;
        for (int column = 0; column < longest; column++) {
            int[] counts = new int[ByteClass.COUNT + 1];
            for (byte[] each : records) {
                counts[column < each.length ? ByteClass.of(each[column]) : ByteClass.COUNT]++;
            }
            bits += Alignment.bits(counts, records.size());
        }
        return bits;
    }

    /** Letters and digits only; empty where there are others. */
    private static String text(byte[] record, int at, int width, CodePage page) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < at + width; i++) {
            char c = page.character(record[i]);
            if (c >= 0x7F || !Character.isLetterOrDigit(c)) {
                return "";
            }
            text.append(c);
        }
        return text.toString();
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
        String text = type == TypeCount.OTHERS ? "" : text(bytes, 0, width, page);
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
