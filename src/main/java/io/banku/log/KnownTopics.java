package io.banku.log;

import java.util.Optional;

/** What whoever appends and reads relies on. Shared by threads; asked once per transaction or poll, so it only looks up. */
public interface KnownTopics {

    /** How many partitions are ours. Accounts are spread over these, however many more somebody made. */
    int partitions();

    /** Why nothing may be appended or read now: a topic is not the one that it was. */
    Optional<String> replaced();

    /** Topics of that many partitions, at which nobody looks again. */
    static KnownTopics unwatched(int partitions) {
        return new KnownTopics() {
            @Override
            public int partitions() {
                return partitions;
            }

            @Override
            public Optional<String> replaced() {
                return Optional.empty();
            }
        };
    }
}
