package io.banku.account;

import java.time.Instant;

/** Who said a fact, and where it can be looked up. */
public sealed interface Origin {

    /** True for facts that already happened on the mainframe: never declined, and they move both balances. */
    boolean isMainframe();

    /** A record of a batch; records are numbered from 1. */
    record FromBatch(String feed, String batch, long record) implements Origin {
        @Override
        public boolean isMainframe() {
            return true;
        }
    }

    /** A decided command: moves {@code balance} only. */
    record FromCommand(String commandId, String fingerprint, long commandOffset, Instant commandTime)
            implements Origin {
        @Override
        public boolean isMainframe() {
            return false;
        }
    }

    /**
     * The credit leg of a decided transfer: moves {@code balance} only. It is booked in the target's partition; what is
     * to be known of the command is with the debit leg, in its own.
     */
    record FromTransfer(String commandId) implements Origin {
        @Override
        public boolean isMainframe() {
            return false;
        }
    }
}
