package io.banku.view;

import io.banku.account.Account;
import java.time.Instant;

/** What a projection did with a chunk. */
public final class Tally {
    private long applied;
    private long parked;
    private long breaks;
    private long suspended;
    private Instant latest = Instant.EPOCH;

    void count(Account before, Account after) {
        if (after.isParked()) {
            parked++;
        } else {
            applied++;
        }
        breaks += after.findings().breakCount() - before.findings().breakCount();
        if (after.findings().suspense() != before.findings().suspense()) {
            suspended +=
                    Math.max(0, after.findings().suspended() - before.findings().suspended());
        }
    }

    void latest(Instant time) {
        latest = time.isAfter(latest) ? time : latest;
    }

    void add(Tally other) {
        applied += other.applied;
        parked += other.parked;
        breaks += other.breaks;
        suspended += other.suspended;
        latest = other.latest.isAfter(latest) ? other.latest : latest;
    }

    /** Events that changed an account, those in suspense among them. */
    public long applied() {
        return applied;
    }

    /** Events that were kept back because their account is parked. */
    public long parked() {
        return parked;
    }

    public long breaks() {
        return breaks;
    }

    public long suspended() {
        return suspended;
    }

    /** When the last event was published. */
    public Instant latest() {
        return latest;
    }
}
