package io.banku.batch;

/** The ledger says less of a feed than it did before; the message says what is missing, and what to do. */
final class LedgerLostException extends RuntimeException {
    LedgerLostException(String message) {
        super(message);
    }
}
