package io.banku.view;

import java.time.Duration;

/**
 * How long outcomes of commands are kept, by a time of the slot's own: from one command to the next it goes by as much as
 * their times differ, but by {@code leap} at most, and never back. A clock that is days ahead for a while moves it
 * by one leap, however many commands it stamps; where commands are rare, outcomes stay longer.
 */
public record Retention(Duration kept, Duration leap) {

    public static Retention of(Duration kept) {
        return new Retention(kept, kept.dividedBy(12));
    }

    /** With one leap more, so that a clock's takes nothing from what clients were promised. */
    public Duration inAll() {
        return kept.plus(leap);
    }
}
