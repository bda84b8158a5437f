package io.banku.batch;

import java.nio.file.Path;

/** One thing to do for a feed, by which it is known when it fails: a batch, or what has arrived and is no batch yet. */
record FeedTask(String where, String id, String file) {
    static FeedTask of(Batch batch) {
        return new FeedTask(batch.state().text(), batch.id(), batch.file());
    }

    static FeedTask of(Path arrival) {
        String name = arrival.getFileName().toString();
        return new FeedTask("arrived", name, name);
    }

    /** By what it is about: a batch is the same in each of its states. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FeedTask task && task.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
