package io.banku.record;

/** The bytes do not fall into records as the framing says; the rest of the file cannot be read. */
public final class FramingException extends Exception {
    private final DataFault fault;
    private final long fileOffset;

    public FramingException(DataFault fault, long fileOffset, String message) {
        super(message);
        this.fault = fault;
        this.fileOffset = fileOffset;
    }

    /** Stable, {@code BNK-21nn}. */
    public String code() {
        return fault.code();
    }

    /** Where in the file the fault was found. */
    public long fileOffset() {
        return fileOffset;
    }
}
