package io.banku.feed;

import io.banku.feed.expression.MappingException;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.math.BigDecimal;

/** A {@link Sum} as far as the batch is read: exact, in 64 bits as long as they suffice. One thread. */
final class Total implements Sum.Sink {
    private final Sum sum;
    private long unscaled;
    private BigDecimal beyond = BigDecimal.ZERO;
    private long missing;

    Total(Sum sum) {
        this.sum = sum;
    }

    /** Adds the record's field if it can be read; if not, remembers that it is missing. */
    void add(Frame frame, Rule rule) {
        try {
            sum.add(frame, rule, this);
        } catch (FieldException | MappingException rejectedAlready) {
            missing++;
        }
    }

    @Override
    public void add(BigDecimal more) {
        beyond = beyond.add(more);
    }

    @Override
    public void add(long more) {
        long next = unscaled + more;
        if (((unscaled ^ next) & (more ^ next)) < 0) {
            beyond = beyond.add(BigDecimal.valueOf(unscaled, sum.scale()));
            next = more;
        }
        unscaled = next;
    }

    /** A record that may have belonged to this sum is of no known type. */
    void missed() {
        missing++;
    }

    boolean isComplete() {
        return missing == 0;
    }

    BigDecimal value() {
        BigDecimal value = beyond.add(BigDecimal.valueOf(unscaled, sum.scale()));
        if (sum.modulus() == null) {
            return value;
        }
        BigDecimal rest = value.remainder(sum.modulus());
        return rest.signum() < 0 ? rest.add(sum.modulus()) : rest;
    }
}
