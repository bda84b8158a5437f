package io.banku.feed;

import io.banku.feed.expression.Blanks;
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
record Sum(Summand summand, BigDecimal modulus, Set<Integer> rules, boolean fitsLong) {
    private static final int LONG_DIGITS = 18;

    /** Takes the values of a record one by one. */
    interface Sink {
        void add(long unscaled);

        void add(BigDecimal decimal);
    }

    private static final Sink NOWHERE = new Sink() {
        @Override
        public void add(long unscaled) {}

        @Override
        public void add(BigDecimal decimal) {}
    };

    static Sum of(Summand summand, BigDecimal modulus, Set<Integer> rules) {
        FieldReader field = summand.first();
        boolean fitsLong = field.isNumeric() ? field.fitsLong() : field.item().length() <= LONG_DIGITS;
        return new Sum(summand, modulus, rules, fitsLong);
    }

    boolean isOf(Rule rule) {
        return rules.contains(rule.number());
    }

    int scale() {
        return summand.first().isNumeric() ? summand.first().scale() : 0;
    }

    /** Throws when a field cannot be added. */
    void check(Frame frame, Rule rule) throws FieldException, MappingException {
        add(frame, rule, NOWHERE);
    }

    /** Gives a record's values to the sink, as far as they can be read; an absent one adds nothing. */
    void add(Frame frame, Rule rule, Sink sink) throws FieldException, MappingException {
        FieldReader[] fields = summand.fields();
        for (int i = 0; i < fields.length; i++) {
            if (!summand.includes(i, frame, rule)) {
                continue;
            }
            if (fitsLong) {
                sink.add(fields[i].isNumeric() ? fields[i].unscaled(frame) : Long.parseLong(digits(fields[i], frame)));
            } else {
                BigDecimal found =
                        fields[i].isNumeric() ? fields[i].decimal(frame) : new BigDecimal(digits(fields[i], frame));
                if (found != null) {
                    sink.add(found);
                }
            }
        }
    }

    /** An account number in a text field counts as the number that its digits are. */
    private static String digits(FieldReader field, Frame frame) throws FieldException, MappingException {
        String digits = Blanks.strip(field.text(frame));
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MappingException(
                    MappingFault.NOT_A_NUMBER,
                    field,
                    "expected digits, as a control adds up " + field.name() + ", found something else");
        }
        return digits;
    }
}
