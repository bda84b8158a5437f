package io.banku.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the ledger says about one feed. Filled by the thread that reads the ledger and by the feed's owner, who knows its
 * own records before they come back; a snapshot never goes back behind a later one.
 */
final class FeedLedger {
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    /** Records that could not be read, by key, until they are written over. */
    private final Map<String, String> unreadable = new TreeMap<>();

    private String lastClaim = "";
    private final Sequence sequence = new Sequence();

    /** A later version wrote it, perhaps: what it says of the feed is not known. */
    synchronized void putUnreadable(String key, String why) {
        unreadable.put(key, why);
        notifyAll();
    }

    /** It was written over by what can be read, or by nothing. */
    synchronized void putReadable(String key) {
        unreadable.remove(key);
    }

    /** @throws IllegalStateException when not all that the ledger says of the feed is known */
    synchronized void requireReadable() {
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException("BNK-5026 expected to know all that the ledger says of the feed, found "
                    + unreadable.size() + " records that cannot be read; did a later version write them? Run that one."
                    + " The first: " + unreadable.values().iterator().next());
        }
    }

    synchronized void put(Batch batch) {
        Batch known = batches.get(batch.id());
        if (known != null && known.revision() >= batch.revision()) {
            return;
        }
        batches.put(batch.id(), batch);
        sequence.put(batch);
        notifyAll();
    }

    synchronized void put(Claim claim) {
        lastClaim = claim.claim();
        notifyAll();
    }

    synchronized void put(Decision decision) {
        decisions.put(decision.batch(), decision);
        notifyAll();
    }

    synchronized void awaitClaim(String claim) throws InterruptedException {
        while (!lastClaim.equals(claim)) {
            wait();
        }
    }

    /** Returns when something was written to the ledger, somebody called {@link #wake}, or the time is over. */
    synchronized void awaitNews(long millis) throws InterruptedException {
        wait(millis);
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized Optional<Batch> batch(String id) {
        return Optional.ofNullable(batches.get(id));
    }

    /** Others that were read from the same bytes; without those that make no events, of which nothing could be doubled. */
    synchronized List<Batch> sameContent(Batch batch) {
        return others(batch)
                .filter(other -> other.unpackedSha256().equals(batch.unpackedSha256()) && !other.makesNoEvents())
                .toList();
    }

    /** Others that are the same file by what makes a file one of the feed's own, as its name. */
    synchronized List<Batch> sameIdentity(Batch batch) {
        return others(batch)
                .filter(other -> other.label().equals(batch.label()))
                .toList();
    }

    /** The batch of this file of which something is in, and not all. */
    synchronized Optional<Batch> partlyIn(String file, String unpackedSha256) {
        return batches.values().stream()
                .filter(batch -> batch.isPartlyIn()
                        && batch.file().equals(file)
                        && batch.unpackedSha256().equals(unpackedSha256))
                .findFirst();
    }

    synchronized List<Batch> heldFor(HoldReason reason) {
        return batches.values().stream()
                .filter(batch -> batch.heldFor() == reason)
                .toList();
    }

    /** What was refused is as if it had never been there. */
    private Stream<Batch> others(Batch batch) {
        return batches.values().stream()
                .filter(other ->
                        !other.id().equals(batch.id()) && (other.state() != BatchState.REFUSED || other.isPartlyIn()));
    }

    /** Which numbers of its sequence are in the log. */
    Sequence sequence() {
        return sequence;
    }

    /** The decision about the batch as it is held now; one that was carried out has made a later revision of it. */
    synchronized Optional<Decision> openDecision(Batch batch) {
        return Optional.ofNullable(decisions.get(batch.id()))
                .filter(decision -> decision.revision() == batch.revision());
    }

    synchronized List<Batch> all() {
        return new ArrayList<>(batches.values());
    }
}
