package io.banku.command;

import java.util.Optional;

/** Which command comes next in a partition, and whether the topic has it. One thread. */
final class NextCommand {
    private final int partition;
    private final CommandSource source;
    /** As the view said when it was looked at last, and as we decided since the partition was taken over. */
    private long seen;

    private long decided;
    private boolean isThere;
    private Optional<String> missing = Optional.empty();

    NextCommand(int partition, CommandSource source) {
        this.partition = partition;
        this.source = source;
    }

    void takeOver() {
        decided = 0;
        doubt();
    }

    void seen(long nextCommand) {
        seen = nextCommand;
    }

    /** @param upTo the offset behind the last command whose outcome we wrote */
    void decided(long upTo) {
        decided = Math.max(decided, upTo);
    }

    /** The offset behind the last command that has its outcome. */
    long offset() {
        return Math.max(seen, decided);
    }

    /** Asks the topic, unless it has been found there before. */
    boolean look() {
        if (!isThere) {
            missing = source.gap(partition, offset());
            isThere = missing.isEmpty();
        }
        return isThere;
    }

    /** As it was found out since the partition was taken over. */
    boolean isThere() {
        return isThere;
    }

    void doubt() {
        isThere = false;
    }

    String awaited() {
        return "banku.commands to have what comes next: " + missing.orElseThrow();
    }

    /** What is missing of the commands; while anything is, none is decided. */
    Optional<String> gap() {
        return missing.map(detail -> "BNK-5012 commands are missing in banku.commands: " + detail
                + ". Was the topic deleted or cut? What to do: docs/operations.md, Commands that are missing");
    }
}
