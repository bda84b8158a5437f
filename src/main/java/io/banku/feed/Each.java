package io.banku.feed;

import io.banku.account.Event;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.Occurrences;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import io.banku.record.Frame;

/**
 * The events that a rule makes of each occurrence of a table: compiled once for every occurrence, so that nothing is looked
 * up while records flow. Immutable.
 *
 * @param definition as the feed has it: {@code LINE(*) when LINE-TYPE(*) = 'D'}
 */
record Each(String definition, Occurrences occurrences, Occurrence[] all) {

    /** @param when asked before its events are made */
    record Occurrence(RecordCondition when, EventMaker[] makers) {}

    /** Does the record have this one, and is it one that makes events? */
    boolean includes(int occurrence, Frame record) throws FieldException {
        return occurrences.includes(occurrence, record)
                && all[occurrence].when().test(record);
    }

    /** How many events it made. */
    int make(Scope scope, Event[] into) throws FieldException, MappingException {
        int made = 0;
        for (int i = 0; i < all.length; i++) {
            if (includes(i, scope.record())) {
                made = Rule.make(all[i].makers(), scope, into, made);
            }
        }
        return made;
    }

    /** Of a record in which no occurrence is missing. */
    int most() {
        return all.length == 0 ? 0 : all.length * Rule.count(all[0].makers());
    }
}
