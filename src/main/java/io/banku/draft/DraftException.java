package io.banku.draft;

/** Nothing can be drafted from this copybook and this sample. */
public final class DraftException extends RuntimeException {
    DraftException(String message) {
        super(CODE + message);
    }

    private static final String CODE = "BNK-3039 ";
}
