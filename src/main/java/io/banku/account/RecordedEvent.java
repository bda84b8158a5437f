package io.banku.account;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param id the same however often the fact is published: {@code batch/record/index} for a mainframe record
 * @param time when it was decided or published; never a reader's clock, so that a replay gives the same view
 */
public record RecordedEvent(String id, Event event, Origin origin, Instant time) {

    public String account() {
        return event.account();
    }
}
