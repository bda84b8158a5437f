package io.banku.record;

import io.banku.copybook.ConditionName;
import io.banku.copybook.ConditionName.Interval;
import io.banku.copybook.Literal;
import io.banku.copybook.Literal.Kind;
import java.math.BigDecimal;
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

    private final ItemReader reader;

    private ConditionCompiler(ItemReader reader) {
        this.reader = reader;
    }

    static Condition compile(ConditionName condition, ItemReader reader) {
        ConditionCompiler compiler = new ConditionCompiler(reader);
        List<Comparison> ofBytes = new ArrayList<>();
        List<Comparison> ofNumbers = new ArrayList<>();
        for (Interval interval : condition.values()) {
            if (reader.isNumeric() && isNumber(interval.from())) {
                ofNumbers.add(compiler.number(interval));
            } else {
                ofBytes.add(compiler.bytes(interval));
            }
        }
        // bytes first: a number that is SPACES has no value to compare
        ofBytes.addAll(ofNumbers);
        return new AnyOf(condition.name(), ofBytes.toArray(Comparison[]::new));
    }

    private static boolean isNumber(Literal literal) {
        return literal.kind() == Kind.NUMBER || literal.kind() == Kind.ZEROS;
    }

    private Comparison number(Interval interval) {
        BigDecimal from = number(interval.from());
        BigDecimal to = number(interval.to());
        if (reader.fitsLong()) {
            long least = from.setScale(reader.scale()).unscaledValue().longValueExact();
            long most = to.setScale(reader.scale()).unscaledValue().longValueExact();
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

    private static BigDecimal number(Literal literal) {
        return literal.kind() == Kind.ZEROS ? BigDecimal.ZERO : new BigDecimal(literal.text());
    }

    private Comparison bytes(Interval interval) {
        byte[] from = bytes(interval.from());
        byte[] to = bytes(interval.to());
        int length = reader.length;
        if (Arrays.equals(from, to)) {
            return frame -> {
                Frame whole = reader.endsEarly ? reader.whole(frame) : frame;
                int at = reader.position(whole);
                return Arrays.equals(whole.bytes, at, at + length, from, 0, length);
            };
        }
        return frame -> {
            Frame whole = reader.endsEarly ? reader.whole(frame) : frame;
            int at = reader.position(whole);
            return Arrays.compareUnsigned(whole.bytes, at, at + length, from, 0, length) >= 0
                    && Arrays.compareUnsigned(whole.bytes, at, at + length, to, 0, length) <= 0;
        };
    }

    private byte[] bytes(Literal literal) {
        CodePage codePage = reader.codePage;
        return switch (literal.kind()) {
            case TEXT, NUMBER -> filled(codePage.encode(literal.text()), new byte[] {codePage.blank()});
            case HEX -> filled(HexFormat.of().parseHex(literal.text()), new byte[] {codePage.blank()});
            case ALL -> filled(new byte[0], codePage.encode(literal.text()));
            case ALL_HEX -> filled(new byte[0], HexFormat.of().parseHex(literal.text()));
            case ZEROS -> filled(new byte[0], codePage.encode("0"));
            case SPACES -> filled(new byte[0], new byte[] {codePage.blank()});
            case LOW_VALUES -> filled(new byte[0], new byte[] {0});
            case HIGH_VALUES -> filled(new byte[0], new byte[] {(byte) 0xFF});
            case QUOTES -> filled(new byte[0], codePage.encode("\""));
        };
    }

    private byte[] filled(byte[] beginning, byte[] repeated) {
        byte[] whole = Arrays.copyOf(beginning, reader.length);
        for (int i = beginning.length; i < whole.length; i++) {
            whole[i] = repeated[(i - beginning.length) % repeated.length];
        }
        return whole;
    }
}
