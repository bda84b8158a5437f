package io.banku.command;

import io.banku.log.EventLog;

/** Which partition an account belongs to: the same for commands, events and views, and for ever. */
public record Partitioning(int partitions) {

    public int of(String account) {
        return EventLog.partition(account, partitions);
    }
}
