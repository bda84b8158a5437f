package io.banku.camel;

import io.banku.command.Submission;
import io.banku.view.Outcome;
import java.time.Duration;
import org.apache.camel.Exchange;

/** A command on its way through a request: what it is, how long its outcome is waited for, and what is known of it. */
final class CommandInTransit {
    private static final String IN_TRANSIT = "banku.command";

    private final Submission submission;
    private final int partition;
    private final Preference preference;
    private boolean handedOver;
    private Outcome outcome;

    CommandInTransit(Submission submission, int partition, Preference preference) {
        this.submission = submission;
        this.partition = partition;
        this.preference = preference;
    }

    static CommandInTransit of(Exchange exchange) {
        return exchange.getProperty(IN_TRANSIT, CommandInTransit.class);
    }

    /** Whether the log may hold it: then a failure says nothing about it. */
    static boolean isHandedOver(Exchange exchange) {
        CommandInTransit command = of(exchange);
        return command != null && command.handedOver;
    }

    void travelsWith(Exchange exchange) {
        exchange.setProperty(IN_TRANSIT, this);
    }

    void handOver() {
        handedOver = true;
    }

    /** Its outcome was there before: another request with the same key had brought it. */
    boolean isReplayed() {
        return !handedOver;
    }

    void came(Outcome found) {
        outcome = found;
    }

    /** Null as long as there is none. */
    Outcome outcome() {
        return outcome;
    }

    Submission submission() {
        return submission;
    }

    int partition() {
        return partition;
    }

    Preference preference() {
        return preference;
    }

    Duration waitAtMost(Duration most) {
        return preference.waitAtMost(most);
    }
}
