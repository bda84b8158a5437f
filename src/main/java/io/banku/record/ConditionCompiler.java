package io.banku.record;

import io.banku.copybook.ConditionName;
import io.banku.copybook.ConditionName.Interval;
import io.banku.copybook.Elementary;
import io.banku.copybook.Literal;
import io.banku.copybook.Literal.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Level-88 values → comparisons with the bytes of a text (blanks fill up the shorter value, as in COBOL; the order is
 * the code page's) or with the value of a number.
 */
final class ConditionCompiler {
    private interface Comparison {
        boolean holds(Frame frame) throws FieldException;
    }

    private record AnyOf(String name, Comparison[] comparisons) implements Condition {
        @Override
        public boolean test(Frame frame) throws FieldException {
            for (Comparison comparison : comparisons) {
                if (comparison.holds(frame)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Comparison NEVER = frame -> false;

    private final ItemReader reader;
    private final Characters characters;

    private ConditionCompiler(ItemReader reader) {
        this.reader = reader;
        this.characters = reader.item() instanceof Elementary field
                ? ReaderCompiler.characters(field, Place.first(reader.name()), reader.dialect)
                : reader.codePage.characters();
    }

    static Condition compile(ConditionName condition, ItemReader reader) {
        ConditionCompiler compiler = new ConditionCompiler(reader);
        List<Comparison> ofBytes = new ArrayList<>();
        List<Comparison> ofNumbers = new ArrayList<>();
        for (Interval interval : condition.values()) {
            if (compiler.isNumeric() && isNumber(interval.from())) {
                ofNumbers.add(compiler.number(interval));
            } else {
                ofBytes.add(compiler.bytes(interval));
            }
        }
        // bytes first: a number that is SPACES has no value to compare
        ofBytes.addAll(ofNumbers);
        return new AnyOf(condition.name(), ofBytes.toArray(Comparison[]::new));
    }

    /** The first value of an interval, where it is a number to be compared with one; otherwise null. */
    static BigDecimal number(Interval interval, ItemReader reader) {
        boolean isOne = new ConditionCompiler(reader).isNumeric() && isNumber(interval.from());
        return isOne ? number(interval.from()) : null;
    }

    /** The first value of an interval as bytes of the item; null where they would have to be more. */
    static byte[] bytes(Interval interval, ItemReader reader) {
        Bound from = new ConditionCompiler(reader).bound(interval.from());
        return from.behind() == 0 ? from.bytes() : null;
    }

    /** An edited number is text to COBOL: ZERO is as many zeros. */
    private boolean isNumeric() {
        return reader.item() instanceof Elementary field && field.isNumeric();
    }

    private static boolean isNumber(Literal literal) {
        return literal.kind() == Kind.NUMBER || literal.kind() == Kind.ZEROS;
    }

    private Comparison number(Interval interval) {
        BigDecimal from = number(interval.from());
        BigDecimal to = number(interval.to());
        if (reader.fitsLong()) {
            // a value that the item cannot have lies between two that it can
            long least = clamped(from.setScale(reader.scale(), RoundingMode.CEILING));
            long most = clamped(to.setScale(reader.scale(), RoundingMode.FLOOR));
            return frame -> {
                long value = reader.unscaled(frame);
                return value >= least && value <= most;
            };
        }
        return frame -> {
            BigDecimal value = reader.decimal(frame);
            return value != null && value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        };
    }

    private static long clamped(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return unscaled.bitLength() < Long.SIZE
                ? unscaled.longValue()
                : unscaled.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static BigDecimal number(Literal literal) {
        return literal.kind() == Kind.ZEROS ? BigDecimal.ZERO : new BigDecimal(literal.text());
    }

    private Comparison bytes(Interval interval) {
        Bound from = bound(interval.from());
        Bound to = bound(interval.to());
        if (interval.isSingle()) {
            return from.behind() == 0 ? frame -> from.compare(reader, frame) == 0 : NEVER;
        }
        return frame -> from.compare(reader, frame) >= 0 && to.compare(reader, frame) <= 0;
    }

    /**
     * A text to compare with.
     *
     * @param bytes as many as the item has
     * @param behind how the blanks that COBOL would put behind the item compare with what the text has more than these
     */
    private record Bound(byte[] bytes, int behind) {
        int compare(ItemReader reader, Frame frame) throws FieldException {
            Frame whole = reader.endsEarly ? reader.whole(frame) : frame;
            int at = reader.position(whole);
            int compared = Arrays.compareUnsigned(whole.bytes, at, at + bytes.length, bytes, 0, bytes.length);
            return compared != 0 ? compared : behind;
        }
    }

    private Bound bound(Literal literal) {
        byte[] blank = characters.blank();
        return switch (literal.kind()) {
            case TEXT, NUMBER -> bound(encoded(literal.text()), blank);
            case HEX -> bound(HexFormat.of().parseHex(literal.text()), blank);
            case ALL -> new Bound(filled(new byte[0], encoded(literal.text())), 0);
            case ALL_HEX -> new Bound(filled(new byte[0], HexFormat.of().parseHex(literal.text())), 0);
            case ZEROS -> new Bound(filled(new byte[0], encoded("0")), 0);
            case SPACES -> new Bound(filled(new byte[0], blank), 0);
            case LOW_VALUES -> new Bound(filled(new byte[0], new byte[] {0}), 0);
            case HIGH_VALUES -> new Bound(filled(new byte[0], new byte[] {(byte) 0xFF}), 0);
            case QUOTES -> new Bound(filled(new byte[0], encoded("\"")), 0);
        };
    }

    private Bound bound(byte[] text, byte[] blank) {
        int behind = 0;
        for (int i = reader.length; i < text.length && behind == 0; i++) {
            behind = Byte.compareUnsigned(blank[(i - reader.length) % blank.length], text[i]);
        }
        return new Bound(filled(text, blank), behind);
    }

    private byte[] encoded(String text) {
        byte[] encoded = characters.encode(text);
        if (encoded == null) {
            throw new IllegalArgumentException(
                    "expected values of " + reader.item().name() + " in its encoding, found '" + text + "'");
        }
        return encoded;
    }

    private byte[] filled(byte[] beginning, byte[] repeated) {
        byte[] whole = Arrays.copyOf(beginning, reader.length);
        for (int i = beginning.length; i < whole.length; i++) {
            whole[i] = repeated[(i - beginning.length) % repeated.length];
        }
        return whole;
    }
}
