package io.banku.feed;

import io.banku.account.Event;

/** Takes what becomes of a record: all of its events, or one reject, or (a skipped one) nothing. */
public interface Sink {
    /** @param index of the event within its record, from 0 */
    void event(Event event, int index);

    void rejected(Reject reject);
}
