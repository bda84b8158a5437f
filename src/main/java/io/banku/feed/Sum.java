package io.banku.feed;

import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a control adds up: a field, over the records of some rules. Immutable.
 *
 * @param modulus the sum is told modulo this, or null
 * @param rules numbers of the rules whose records have the field
 * @param fitsLong whether every value of the field fits 64 bits
 */
record Sum(FieldReader field, BigDecimal modulus, Set<Integer> rules, boolean fitsLong) {
    private static final int LONG_DIGITS = 18;

    static Sum of(FieldReader field, BigDecimal modulus, Set<Integer> rules) {
        boolean fitsLong = field.isNumeric() ? field.fitsLong() : field.item().length() <= LONG_DIGITS;
        return new Sum(field, modulus, rules, fitsLong);
    }

    boolean isOf(Rule rule) {
        return rules.contains(rule.number());
    }

    int scale() {
        return field.isNumeric() ? field.scale() : 0;
    }

    /** Only where {@link #fitsLong}. */
    long unscaled(Frame frame) throws FieldException, MappingException {
        return field.isNumeric() ? field.unscaled(frame) : Long.parseLong(digits(frame));
    }

    BigDecimal decimal(Frame frame) throws FieldException, MappingException {
        return field.isNumeric() ? field.decimal(frame) : new BigDecimal(digits(frame));
    }

    /** Throws when the field cannot be added. */
    void check(Frame frame) throws FieldException, MappingException {
        if (fitsLong) {
            unscaled(frame);
        } else {
            decimal(frame);
        }
    }

    /** An account number in a text field counts as the number that its digits are. */
    private String digits(Frame frame) throws FieldException, MappingException {
        String digits = field.text(frame).strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MappingException(
                    MappingFault.NOT_A_NUMBER,
                    field,
                    "expected digits, as a control adds up " + field.name() + ", found something else");
        }
        return digits;
    }
}
