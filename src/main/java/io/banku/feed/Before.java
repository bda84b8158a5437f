package io.banku.feed;

import io.banku.copybook.Fault;
import io.banku.feed.definition.Text;

/** A feed whose batch of the same date has to be in the log first, and where a definition says so. */
record Before(String feed, int line, int column) {
    static Before of(Text name) {
        return new Before(name.value(), name.line(), name.column());
    }

    /** @param feed whose definition says so */
    Fault fault(String feed, String message) {
        return new Fault(feed + "/" + FeedLoader.FILE, line, column, message);
    }
}
