package io.banku.inspect;

import io.banku.record.Framing;
import io.banku.record.FramingForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records of one length: every length up to 4096 and every divisor of the size up to 32760 (the longest record of z/OS),
 * ranked by how well the bytes fall into columns, and then held against the whole file.
 */
final class FixedSearch {
    private static final int SAMPLE = 1 << 16;
    private static final int LONG_SAMPLE = 1 << 19;
    private static final int LONGEST = 4096;
    private static final int LONGEST_DIVISOR = 32760;
    private static final int FEWEST = 3;

    /** Characters of two bytes and rows of numbers have columns, too, and are no records. */
    private static final int SHORTEST = 10;

    /** Of a hundred: below it columns are clearly there, above the other they may be chance. */
    private static final double CLEAR = 0.72;

    private static final double WEAK = 0.86;
    private static final double MARGIN = 0.05;
    private static final int MOST_TRACE = 3;
    private static final int MOST_TOLD = 3;

    /** @param ratio as of {@link Alignment#ratio} */
    record Scored(int length, double ratio) {}

    private final Content content;

    private FixedSearch(Content content) {
        this.content = content;
    }

    static List<Candidate> of(Content content) throws IOException {
        return new FixedSearch(content).search();
    }

    private List<Candidate> search() throws IOException {
        List<Scored> scored = scored();
        scored.sort(Comparator.comparingDouble(Scored::ratio));
        if (scored.isEmpty() || scored.get(0).ratio() > WEAK) {
            return List.of();
        }
        Scored best = scored.get(0);
        List<Candidate> found = new ArrayList<>();
        for (Scored each : scored) {
            boolean isMultiple = each != best && each.length() % best.length() == 0;
            boolean isAsGood = each.ratio() <= Math.min(WEAK, best.ratio() + MARGIN);
            if (isAsGood && !isMultiple && found.size() < MOST_TOLD) {
                found.add(candidate(each));
            }
        }
        return found;
    }

    private List<Scored> scored() {
        byte[] head = content.head();
        List<Scored> scored = new ArrayList<>();
        Alignment sample = new Alignment(ByteClass.of(head, 0, Math.min(SAMPLE, head.length)));
        int longest = Math.min(LONGEST, sample.size() / FEWEST);
        Set<Integer> lengths = new TreeSet<>(sample.promising(longest));
        for (int length = 2; length <= longest; length++) {
            if (isDivisor(length)) {
                lengths.add(length);
            }
        }
        lengths.forEach(length -> scored.add(new Scored(length, sample.ratio(length))));
        if (content.size() <= LONGEST * (long) FEWEST) {
            return scored;
        }
        Alignment longer = new Alignment(ByteClass.of(head, 0, Math.min(LONG_SAMPLE, head.length)));
        for (int length = LONGEST + 1; length <= Math.min(LONGEST_DIVISOR, longer.size() / FEWEST); length++) {
            if (isDivisor(length)) {
                scored.add(new Scored(length, longer.ratio(length)));
            }
        }
        return scored;
    }

    /** Of the file's length, also where only its beginning is looked at. */
    private boolean isDivisor(int length) {
        return content.length() != Content.UNKNOWN && content.length() % length == 0;
    }

    private Candidate candidate(Scored scored) throws IOException {
        int length = scored.length();
        int rest = content.length() == Content.UNKNOWN ? 0 : (int) (content.length() % length);
        boolean isTrace = !content.isSample() && rest > 0 && rest <= MOST_TRACE && isTrace(rest);
        Columns columns = Columns.of(content, length);
        FramingForm form = form(length, isTrace, columns);
        Walk walk = Walk.of(Framing.of(form.toString(), null, content.page()), content.bytes());
        boolean isWhole = walk.endsWithTheFile() && (rest == 0 || isTrace);
        boolean isCertain = isWhole
                && length >= SHORTEST
                && scored.ratio() <= CLEAR
                && columns.isSteady()
                && walk.records() > FEWEST;
        int told = form.name().equals("lines") ? length - columns.lineEnd().size() : length;
        return new Candidate(
                form,
                told,
                walk,
                isCertain ? Grade.CERTAIN : isWhole || scored.ratio() <= CLEAR ? Grade.LIKELY : Grade.POSSIBLE,
                isWhole,
                told(scored, columns, walk, rest, isTrace));
    }

    private static FramingForm form(int length, boolean isTrace, Columns columns) {
        if (columns.lineEnd().size() > 0) {
            return new FramingForm(
                    "lines",
                    Map.of("width", String.valueOf(length - columns.lineEnd().size())));
        }
        FramingForm form = new FramingForm("fixed", Map.of("length", String.valueOf(length)));
        return isTrace ? Forms.with(form, "trailing", "ignored") : form;
    }

    private boolean isTrace(int rest) {
        byte[] tail = content.census().tail();
        byte[] last = Arrays.copyOfRange(tail, tail.length - rest, tail.length);
        for (byte b : last) {
            if (b != 0x1A && ByteClass.of(b) != ByteClass.LINE_END.ordinal()) {
                return false;
            }
        }
        return true;
    }

    private String aboutTheLength(int length, int rest) {
        return content.length() == Content.UNKNOWN
                ? "; whether that divides the length of all was not looked at"
                : "; the file's length is " + Told.number(content.length() / length) + " times that"
                        + (rest == 0 ? "" : " and " + Told.counted(rest, "byte") + ", which were not looked at");
    }

    private String told(Scored scored, Columns columns, Walk walk, int rest, boolean isTrace) {
        StringBuilder told = new StringBuilder();
        told.append(Told.counted(walk.records(), "record"));
        told.append(content.isSample() ? " " + Told.sample(content) : "").append(", ");
        told.append(columns.steady()).append(" of ").append(scored.length());
        told.append(" columns have one kind of byte in nearly every record (bits with columns for each without: ");
        told.append(String.format(Locale.ROOT, "%.2f)", scored.ratio()));
        if (content.isSample()) {
            told.append(aboutTheLength(scored.length(), rest));
            told.append(columns.isSteady() ? "" : "; " + columns.aboutTheShift());
        } else if (isTrace) {
            told.append("; ")
                    .append(Told.counted(rest, "byte"))
                    .append(" of a line end or end mark behind the last one");
        } else if (rest > 0) {
            told.append("; ").append(columns.aboutTheRest(rest));
        } else if (!columns.isSteady()) {
            told.append("; ").append(columns.aboutTheShift());
        }
        return told.toString();
    }
}
