package io.banku.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What becomes of the records that it matches. Immutable.
 *
 * @param number of the rule in its feed, from 0
 * @param makers empty where the role is not to make events
 */
record Rule(int number, String name, RecordCondition when, Role role, EventMaker[] makers) {

    /** {@code transferred}: {@code MoneySent, MoneyReceived}; {@code header}: {@code header}. */
    Feed.Outline outline() {
        String meaning = role == Role.EVENTS
                ? Arrays.stream(makers)
                        .flatMap(maker -> maker.types().stream())
                        .map(EventType::text)
                        .collect(Collectors.joining(", "))
                : role.name().toLowerCase(Locale.ROOT);
        return new Feed.Outline(name, meaning);
    }

    int events() {
        int events = 0;
        for (EventMaker maker : makers) {
            events += maker.count();
        }
        return events;
    }
}
