package io.banku.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the ledger says about one feed. Filled by the thread that reads the ledger and by the feed's owner, who knows its
 * own records before they come back; a snapshot never goes back behind a later one.
 */
final class FeedLedger {
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private String lastClaim = "";
    private Batch lastSealed;

    synchronized void put(Batch batch) {
        Batch known = batches.get(batch.id());
        if (known != null && known.revision() >= batch.revision()) {
            return;
        }
        batches.put(batch.id(), batch);
        if (batch.state() == BatchState.SEALED) {
            lastSealed = batch;
        }
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

    /** Another batch with the same content that was not refused. */
    synchronized Optional<Batch> sameContent(String id, String sha256) {
        return others(id).stream()
                .filter(batch -> batch.sha256().equals(sha256))
                .findFirst();
    }

    /** Another batch of the same file name that was not refused. */
    synchronized Optional<Batch> sameName(String id, String file) {
        return others(id).stream().filter(batch -> batch.file().equals(file)).findFirst();
    }

    private List<Batch> others(String id) {
        return batches.values().stream()
                .filter(batch -> !batch.id().equals(id) && batch.state() != BatchState.REFUSED)
                .toList();
    }

    /** The sequence of the batch that was sealed last. */
    synchronized OptionalLong previousSequence() {
        return lastSealed == null || lastSealed.sequence() == null
                ? OptionalLong.empty()
                : OptionalLong.of(lastSealed.sequence());
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
