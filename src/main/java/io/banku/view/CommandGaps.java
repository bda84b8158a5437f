package io.banku.view;

import java.util.Optional;

/**
 * What is remembered of the topic that a partition's commands are read from, beside the partition's slot: where commands were
 * lost, others must not be taken for them. A rebuild forgets it.
 */
public interface CommandGaps {

    /** The topic that commands were first decided from, the same for ever. @param topicId taken when there is none yet */
    String topic(int partition, String topicId);

    /** What is missing, in the words of whoever found it first. */
    Optional<String> gap(int partition);

    /** From now on something is missing, also when more was appended. */
    void latch(int partition, String detail);
}
