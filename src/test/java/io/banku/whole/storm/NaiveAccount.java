package io.banku.whole.storm;

import io.banku.whole.PublishedEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An account as its events make it, added up without any of the program's classes. */
final class NaiveAccount {
    /** What came from deciders of other partitions, who ask nobody here: offset and minor units. */
    private final List<long[]> foreignCredits = new ArrayList<>();

    private long balance;
    private long version;
    private long offset = -1;
    private String currency;

    boolean isOpened() {
        return currency != null;
    }

    long balance() {
        return balance;
    }

    long version() {
        return version;
    }

    long offset() {
        return offset;
    }

    String currency() {
        return currency;
    }

    void apply(PublishedEvent event, boolean isForeignCredit) {
        String type = event.headers().get("ce_type");
        switch (type) {
            case "CommandDeclined" -> {
                return;
            }
            case "AccountOpened" -> currency = event.value().get("currency").asText();
            case "MoneyDeposited", "MoneyReceived" -> balance += minor(event);
            case "MoneyWithdrawn", "MoneySent" -> balance -= minor(event);
            default -> throw new AssertionError("expected events of commands only, found " + event);
        }
        if (isForeignCredit) {
            foreignCredits.add(new long[] {event.offset(), minor(event)});
        }
        version++;
        offset = event.offset();
    }

    /**
     * The balances that a decision may have been made on: all of its own partition's decisions are in them, and of the
     * foreign credits as many as had come when the decider looked, which was after {@code from} and before {@code to}.
     */
    List<Long> balancesSeen(long from, long to) {
        long seen = balance;
        List<Long> possible = new ArrayList<>();
        int credit = foreignCredits.size() - 1;
        for (; credit >= 0 && foreignCredits.get(credit)[0] > to; credit--) {
            seen -= foreignCredits.get(credit)[1];
        }
        possible.add(seen);
        for (; credit >= 0 && foreignCredits.get(credit)[0] > from; credit--) {
            seen -= foreignCredits.get(credit)[1];
            possible.add(seen);
        }
        return possible;
    }

    static long minor(PublishedEvent event) {
        return new BigDecimal(event.value().get("amount").textValue())
                .movePointRight(2)
                .longValueExact();
    }
}
