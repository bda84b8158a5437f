package io.banku.feed;

import io.banku.account.Event;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the records that it matches. Immutable.
 *
 * @param number of the rule in its feed, from 0
 * @param makers empty where the role is not to make events, and where {@code each} makes them
 * @param entry makes the entry of a reference; null in a feed that is none
 * @param each null where the record as a whole makes the events
 * @param carry null where nothing is carried on
 */
record Rule(
        int number,
        String name,
        RecordCondition when,
        Role role,
        EventMaker[] makers,
        EntryMaker entry,
        Each each,
        Carry carry) {

    /** One that makes nothing. */
    static Rule of(int number, String name, RecordCondition when, Role role, Carry carry) {
        return new Rule(number, name, when, role, new EventMaker[0], null, null, carry);
    }

    /** {@code transferred}: {@code MoneySent, MoneyReceived}; {@code header}: {@code header}. */
    Feed.Outline outline() {
        if (entry != null) {
            return new Feed.Outline(name, "entry: key → value");
        }
        EventMaker[] told = each == null || each.all().length == 0 ? makers : each.all()[0].makers();
        String meaning = role == Role.EVENTS
                ? Arrays.stream(told)
                        .flatMap(maker -> maker.types().stream())
                        .map(EventType::text)
                        .collect(Collectors.joining(", "))
                : role.name().toLowerCase(Locale.ROOT);
        return new Feed.Outline(name, each == null ? meaning : meaning + " for each " + each.definition());
    }

    /** Also those of occurrences. */
    Stream<EventMaker> allMakers() {
        return each == null
                ? Arrays.stream(makers)
                : Arrays.stream(each.all()).flatMap(occurrence -> Arrays.stream(occurrence.makers()));
    }

    List<FieldReader> carried() {
        return carry == null ? List.of() : carry.fields();
    }

    /** Of a record that makes the most. */
    int events() {
        return each == null ? count(makers) : each.most();
    }

    /** Makes the events of the scope's record, and tells how many. */
    int make(Scope scope, Event[] into) throws FieldException, MappingException {
        return each == null ? make(makers, scope, into, 0) : each.make(scope, into);
    }

    static int make(EventMaker[] makers, Scope scope, Event[] into, int from) throws FieldException, MappingException {
        int made = from;
        for (EventMaker maker : makers) {
            maker.make(scope, into, made);
            made += maker.count();
        }
        return made;
    }

    static int count(EventMaker[] makers) {
        int events = 0;
        for (EventMaker maker : makers) {
            events += maker.count();
        }
        return events;
    }
}
