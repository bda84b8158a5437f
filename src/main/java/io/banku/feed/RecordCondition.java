package io.banku.feed;

import io.banku.record.Condition;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** What a rule's {@code when} asks of a record. Immutable, shared by threads. */
interface RecordCondition {
    boolean test(Frame frame) throws FieldException;

    /** {@code when} left out. */
    RecordCondition ALWAYS = frame -> true;

    /**
     * A level-88 name.
     *
     * @param reference as the feed writes it
     */
    record Named(Condition condition, String reference) implements RecordCondition {
        @Override
        public boolean test(Frame frame) throws FieldException {
            return condition.test(frame);
        }
    }

    /** All of them, asked in order and only as long as they hold: a later field may exist only if the type fits. */
    record All(List<RecordCondition> conditions) implements RecordCondition {
        @Override
        public boolean test(Frame frame) throws FieldException {
            for (RecordCondition condition : conditions) {
                if (!condition.test(frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Equal but for trailing blanks, as COBOL compares: {@code bytes} is the literal, filled up to the field's length. */
    record TextEquals(FieldReader field, byte[] bytes, String text, boolean wanted) implements RecordCondition {
        @Override
        public boolean test(Frame frame) throws FieldException {
            int offset = field.offset(frame);
            Frame whole = offset + bytes.length > frame.length ? field.whole(frame) : frame;
            int at = whole.start + offset;
            return Arrays.equals(whole.bytes, at, at + bytes.length, bytes, 0, bytes.length) == wanted;
        }
    }

    /** A number that is absent fulfils no comparison. */
    record Compares(FieldReader field, Comparison comparison, BigDecimal number) implements RecordCondition {
        @Override
        public boolean test(Frame frame) throws FieldException {
            BigDecimal found = field.decimal(frame);
            return found != null && comparison.holds(found.compareTo(number));
        }
    }

    /** As {@link Compares}, where both sides are whole numbers of the same unit. */
    record ComparesLong(FieldReader field, Comparison comparison, long unscaled) implements RecordCondition {
        @Override
        public boolean test(Frame frame) throws FieldException {
            return comparison.holds(Long.compare(field.unscaled(frame), unscaled));
        }
    }
}
