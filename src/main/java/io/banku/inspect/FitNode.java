package io.banku.inspect;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Picture;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Occurrence;
import io.banku.record.RecordDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layout as it is held against records: of several descriptions of the same bytes the one counts that fits best. How well is
 * told in bits: how much likelier the bytes are, if they are what the copybook says, than if they were any bytes. Immutable.
 */
final class FitNode {
    /** What is worth how much; of one byte. */
    private static final double TEXT = 1.2;

    private static final double ODD_TEXT = -5;
    private static final double DIGIT_OF_TEXT = 0.4;
    private static final double ZONED = 4;
    private static final double PACKED = 1.4;
    private static final double PACKED_SIGN = 2.4;
    private static final double ODD_SIGN = 0.3;
    private static final double ILLEGAL = -14;
    private static final double ZERO_OF_BINARY = 1.5;

    private final FieldReader reader;
    private final boolean isFiller;
    private final CodePage page;
    private final List<List<FitNode>> slots;

    private FitNode(FieldReader reader, boolean isFiller, CodePage page, List<List<FitNode>> slots) {
        this.reader = reader;
        this.isFiller = isFiller;
        this.page = page;
        this.slots = slots;
    }

    /** One for each record description. */
    static List<FitNode> of(Layout layout, Dialect dialect) {
        return of(layout, RecordDecoder.of(layout, dialect, Map.of()), dialect);
    }

    /** As {@link #of(Layout, Dialect)}, with readers that may have fields read in their own way. */
    static List<FitNode> of(Layout layout, RecordDecoder decoder, Dialect dialect) {
        return layout.roots().stream()
                .map(root -> of(Occurrence.of(root), decoder, dialect))
                .toList();
    }

    private static FitNode of(Occurrence occurrence, RecordDecoder decoder, Dialect dialect) {
        if (!(occurrence.item() instanceof Group)) {
            return new FitNode(decoder.field(occurrence), occurrence.item().isFiller(), dialect.codePage(), null);
        }
        List<List<FitNode>> slots = new ArrayList<>();
        DataItem before = null;
        for (Occurrence part : occurrence.parts()) {
            FitNode node = of(part, decoder, dialect);
            boolean isAlternative = part.item().redefines() != null && before != null && !slots.isEmpty();
            if (isAlternative && part.item() == before && part.item().isTable()) {
                continue;
            }
            if (isAlternative) {
                slots.get(slots.size() - 1).add(node);
            } else {
                slots.add(new ArrayList<>(List.of(node)));
            }
            before = part.item();
        }
        return new FitNode(null, false, dialect.codePage(), slots);
    }

    /** Adds what this description makes of the record to the fields. */
    double fit(Frame frame, List<FieldFit> fields) {
        if (slots == null) {
            FieldFit field = field(frame);
            if (field != null) {
                fields.add(field);
            }
            return field == null ? 0 : field.bits();
        }
        double sum = 0;
        for (List<FitNode> alternatives : slots) {
            double best = Double.NEGATIVE_INFINITY;
            List<FieldFit> bestFields = List.of();
            for (FitNode each : alternatives) {
                List<FieldFit> own = new ArrayList<>();
                double bits = each.fit(frame, own);
                if (bits > best) {
                    best = bits;
                    bestFields = own;
                }
            }
            sum += best;
            fields.addAll(bestFields);
        }
        return sum;
    }

    /**
     * Adds the fields of all descriptions that may be the record's: of those that describe the same bytes the one whose items
     * are read, and where none is, or several are, all that fit.
     *
     * @param read items that are known to be the record's
     */
    void mayBe(Frame frame, Set<DataItem> read, List<FieldReader> fields) {
        if (slots == null) {
            fields.add(reader);
            return;
        }
        for (List<FitNode> alternatives : slots) {
            mayBe(frame, alternatives, read).forEach(each -> each.mayBe(frame, read, fields));
        }
    }

    static List<FitNode> mayBe(Frame frame, List<FitNode> alternatives, Set<DataItem> read) {
        if (alternatives.size() == 1) {
            return alternatives;
        }
        List<FitNode> known =
                alternatives.stream().filter(each -> each.hasAny(read)).toList();
        List<FitNode> fitting =
                alternatives.stream().filter(each -> each.isLegal(frame)).toList();
        return known.size() == 1 ? known : fitting.isEmpty() ? alternatives : fitting;
    }

    private boolean hasAny(Set<DataItem> items) {
        return slots == null
                ? items.contains(reader.item())
                : slots.stream().flatMap(List::stream).anyMatch(each -> each.hasAny(items));
    }

    private boolean isLegal(Frame frame) {
        List<FieldFit> fields = new ArrayList<>();
        fit(frame, fields);
        return fields.stream().allMatch(FieldFit::isLegal);
    }

    /** Null where the record ends before it. */
    private FieldFit field(Frame frame) {
        try {
            if (!reader.isPresent(frame) || !reader.isCounted(frame)) {
                return null;
            }
            Frame whole = reader.whole(frame);
            String text = reader.text(frame);
            Elementary item = (Elementary) reader.item();
            double bits = isNumber(item) ? number(item, whole) : text(text);
            boolean isOdd = !isNumber(item) && !isFiller && bits < 0;
            return new FieldFit(reader, !isOdd, text, isFiller ? bits / 2 : bits, null);
        } catch (FieldException illegal) {
            return new FieldFit(reader, isFiller, null, isFiller ? ODD_TEXT : ILLEGAL, illegal);
        }
    }

    private static boolean isNumber(Elementary item) {
        return item.isNumeric() || item.picture().category() == Picture.Category.NUMERIC_EDITED;
    }

    private double number(Elementary item, Frame frame) throws FieldException {
        int length = item.length();
        return switch (item.usage()) {
            case PACKED_DECIMAL -> PACKED * length + PACKED_SIGN - oddSign(item, frame.bytes[last(frame)] & 0xF);
            case BINARY, NATIVE_BINARY -> ZERO_OF_BINARY;
            case FLOAT_SHORT, FLOAT_LONG -> 1;
            default ->
                ZONED * length
                        - (item.sign().isSeparate() || item.sign().isLeading() || !page.isEbcdic()
                                ? 0
                                : oddSign(item, frame.bytes[last(frame)] >> 4 & 0xF));
        };
    }

    private int last(Frame frame) throws FieldException {
        return frame.start + reader.offset(frame) + reader.item().length() - 1;
    }

    /** X'C' and X'D' are signs; X'F' is none. */
    private static double oddSign(Elementary item, int half) {
        return item.picture().signed() == (half == 0xF) ? ODD_SIGN : 0;
    }

    private double text(String text) {
        int good = 0;
        int odd = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isOdd = c < ' ' || c >= 0x7F && c < 0xA0 || c == '\uFFFD';
            odd += isOdd ? 1 : 0;
            good += isOdd ? 0 : 1;
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        boolean isUnset = good == 0 && text.chars().allMatch(c -> c == 0);
        return isUnset ? 0 : TEXT * good + ODD_TEXT * odd - DIGIT_OF_TEXT * digits;
    }
}
