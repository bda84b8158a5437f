package io.banku.batch;

/** What lies in a batch's folder is not what the ledger knows: nothing more of it is published until it is. */
final class NotAsStagedException extends RuntimeException {
    private final HoldReason reason;
    private final Finding finding;

    private NotAsStagedException(HoldReason reason, Finding finding) {
        super(finding.toString());
        this.reason = reason;
        this.finding = finding;
    }

    /** The file's bytes are others. */
    static NotAsStagedException changed(String message) {
        return new NotAsStagedException(HoldReason.FILE_CHANGED, new Finding("BNK-4003", message));
    }

    /** There is no folder of it. */
    static NotAsStagedException gone(String message) {
        return new NotAsStagedException(
                HoldReason.FILE_CHANGED,
                new Finding("BNK-4002", message + "; put it back, then release, or deliver the same file again"));
    }

    /** There is no file that can be read. */
    static NotAsStagedException missing(String message) {
        return new NotAsStagedException(HoldReason.FILE_CHANGED, new Finding("BNK-4033", message));
    }

    /** What other batches put into the log cannot be known. */
    static NotAsStagedException keysMissing(String message) {
        return new NotAsStagedException(HoldReason.KEYS_MISSING, new Finding("BNK-4038", message));
    }

    /** The definition is another. */
    static NotAsStagedException redefined(String message) {
        return new NotAsStagedException(HoldReason.DEFINITION_CHANGED, new Finding("BNK-4034", message));
    }

    /** It is as it was staged, but Kafka does not take it. */
    static NotAsStagedException tooLarge(String message) {
        return new NotAsStagedException(HoldReason.TOO_LARGE, new Finding("BNK-4056", message));
    }

    /** It is in the log, and cannot be added to in this way. */
    static NotAsStagedException notRepairable(String code, String message) {
        return new NotAsStagedException(HoldReason.REJECTS, new Finding(code, message));
    }

    HoldReason reason() {
        return reason;
    }

    Finding finding() {
        return finding;
    }
}
