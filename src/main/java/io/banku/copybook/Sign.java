package io.banku.copybook;

/** Where the sign of a DISPLAY number stands: in the zone of a digit (overpunch), or in a byte of its own. */
public enum Sign {
    NONE(0),
    TRAILING(0),
    LEADING(0),
    TRAILING_SEPARATE(1),
    LEADING_SEPARATE(1);

    private final int bytes;

    Sign(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes that the sign takes beside the digits. */
    public int bytes() {
        return bytes;
    }

    public boolean isLeading() {
        return this == LEADING || this == LEADING_SEPARATE;
    }

    public boolean isSeparate() {
        return bytes > 0;
    }
}
