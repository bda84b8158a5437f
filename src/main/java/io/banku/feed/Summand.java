package io.banku.feed;

import io.banku.feed.definition.Token;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.Occurrences;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;

/**
 * What a sum takes from a record: a field, or a field of each occurrence of a table. Immutable.
 *
 * @param occurrences null where it is one field
 */
record Summand(FieldReader[] fields, Occurrences occurrences) {

    static Summand of(FieldReader field) {
        return new Summand(new FieldReader[] {field}, null);
    }

    /** @throws io.banku.feed.definition.Misuse when there is no such field */
    static Summand of(Fields fields, Token name) {
        Occurrences occurrences = fields.each(name);
        FieldReader[] readers = occurrences.fields().toArray(FieldReader[]::new);
        return new Summand(readers, occurrences);
    }

    /** All of them are of one PICTURE. */
    FieldReader first() {
        return fields[0];
    }

    /** Is the field of this occurrence added? Of a rule with {@code each} on the same tables, those that make its events. */
    boolean includes(int field, Frame record, Rule rule) throws FieldException {
        if (occurrences == null) {
            return true;
        }
        Each each = rule.each();
        return each != null && each.occurrences().isOf(occurrences)
                ? each.includes(field, record)
                : occurrences.includes(field, record);
    }
}
