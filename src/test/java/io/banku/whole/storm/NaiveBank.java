package io.banku.whole.storm;

import io.banku.whole.PublishedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log of one partition after another, added up event by event. */
final class NaiveBank {
    private final Map<String, NaiveAccount> accounts = new HashMap<>();
    /** Where the decider sat who sent the money of a transfer, by its command. */
    private final Map<String, Integer> senders = new HashMap<>();

    private final Visitor visitor;

    /** Told of each event when it is about to be applied, and after it was. */
    interface Visitor {
        /** @param from after which offset, and {@code to}: before which one the decider looked at the accounts */
        void decided(PublishedEvent event, NaiveBank before, long from, long to);

        void applied(PublishedEvent event, NaiveAccount after);
    }

    NaiveBank(Visitor visitor) {
        this.visitor = visitor;
    }

    /** @param events in order within each partition */
    void read(List<PublishedEvent> events) {
        events.stream()
                .filter(event -> "MoneySent".equals(event.headers().get("ce_type")))
                .forEach(event -> senders.put(event.headers().get("ce_commandid"), event.partition()));
        events.stream()
                .map(PublishedEvent::partition)
                .distinct()
                .forEach(partition -> readPartition(events.stream()
                        .filter(event -> event.partition() == partition)
                        .toList()));
    }

    /**
     * All events of one round of a decider have one time. Between two rounds the view catches up with the first: what was
     * decided in it, and everything before it, is seen by the second.
     */
    private void readPartition(List<PublishedEvent> events) {
        String round = "";
        long lookedAfter = -1;
        long firstOfRound = -1;
        long lastOwn = -1;
        for (PublishedEvent event : events) {
            boolean isMarker = event.key() == null;
            boolean isForeign = !isMarker && isForeignCredit(event);
            if (!isMarker && !isForeign && !event.headers().get("ce_time").equals(round)) {
                round = event.headers().get("ce_time");
                lookedAfter = lastOwn;
                firstOfRound = event.offset();
            }
            if (!isForeign) {
                lastOwn = event.offset();
            }
            if (!isMarker) {
                if (event.headers().containsKey("ce_commandoffset")) {
                    visitor.decided(event, this, lookedAfter, firstOfRound);
                }
                NaiveAccount account = account(event.key());
                account.apply(event, isForeign);
                visitor.applied(event, account);
            }
        }
    }

    private boolean isForeignCredit(PublishedEvent event) {
        return event.headers().get("ce_type").equals("MoneyReceived")
                && senders.get(event.headers().get("ce_commandid")) != event.partition();
    }

    NaiveAccount account(String id) {
        return accounts.computeIfAbsent(id, first -> new NaiveAccount());
    }

    /** Those that are opened, by their ids. */
    Map<String, NaiveAccount> accounts() {
        Map<String, NaiveAccount> opened = new HashMap<>(accounts);
        opened.values().removeIf(account -> !account.isOpened());
        return opened;
    }
}
