package io.banku.feed;

import io.banku.account.Event;

/** Takes what becomes of a record: all of its events, or the entry of a reference, or one reject, or (a skipped one) nothing. */
public interface Sink {
    /** Who reads only for what the records say to each other. */
    Sink NOWHERE = new Sink() {
        @Override
        public void event(Event event, int index) {}

        @Override
        public void entry(Entry entry) {}

        @Override
        public void rejected(Reject reject) {}
    };

    /** @param index of the event within its record, from 0 */
    void event(Event event, int index);

    /** Only in a feed that is a reference. */
    void entry(Entry entry);

    void rejected(Reject reject);
}
