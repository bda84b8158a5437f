package io.banku.feed;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.util.List;

/**
 * What the records of a rule carry on to the records after them. Immutable.
 *
 * @param number among the rules that carry, from 0
 */
record Carry(int number, List<FieldReader> fields) {
    Carry {
        fields = List.copyOf(fields);
    }

    /** What cannot be read here would be missing there: the record is a reject. */
    void check(Frame record) throws FieldException {
        for (FieldReader field : fields) {
            if (field.isNumeric()) {
                field.decimal(record);
            } else {
                field.text(record);
            }
        }
    }
}
