package io.banku.copybook;

/** How the bytes of an elementary item hold its value (IBM Enterprise COBOL, USAGE clause). */
public enum Usage {
    DISPLAY,
    /** COMP, COMP-4, BINARY: two's complement, big-endian, 2, 4 or 8 bytes. */
    BINARY,
    /** COMP-5: as BINARY, but every value that fits the bytes is legal. */
    NATIVE_BINARY,
    /** COMP-3, PACKED-DECIMAL. */
    PACKED_DECIMAL
}
