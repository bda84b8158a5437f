package io.banku.command;

import java.util.Optional;

/** The topic of commands as a decider needs it. */
public interface CommandSource {

    /**
     * What is missing of a partition's commands, or nothing. What was missing once is missing for good, until the view is
     * rebuilt: when the topic has grown again, nobody can say from its offsets which commands they are.
     *
     * @param nextCommand the offset behind the last command that has an outcome
     */
    Optional<String> gap(int partition, long nextCommand);

    /** The offset behind the last command. */
    long end(int partition);
}
