package io.banku.copybook;

/** How the bytes of an elementary item hold its value (IBM Enterprise COBOL, USAGE clause). */
public enum Usage {
    DISPLAY("DISPLAY"),
    /** COMP, COMP-4, BINARY: two's complement, big-endian, 2, 4 or 8 bytes. */
    BINARY("COMP"),
    /** COMP-5: as BINARY, but every value that fits the bytes is legal. */
    NATIVE_BINARY("COMP-5"),
    /** COMP-3, PACKED-DECIMAL. */
    PACKED_DECIMAL("COMP-3"),
    /** COMP-1: 4 bytes, IBM's hexadecimal floating point or IEEE 754. */
    FLOAT_SHORT("COMP-1"),
    /** COMP-2: 8 bytes, as COMP-1. */
    FLOAT_LONG("COMP-2"),
    /** Double-byte characters of an EBCDIC code page, two bytes each, without shift codes. */
    DISPLAY_1("DISPLAY-1"),
    /** UTF-16, big-endian: two bytes for each position of the PICTURE, for digits too. */
    NATIONAL("NATIONAL"),
    /** UTF-8, filled up with blanks: four bytes for each position of the PICTURE, or as many as BYTE-LENGTH says. */
    UTF_8("UTF-8"),
    INDEX("INDEX"),
    POINTER("POINTER"),
    POINTER_32("POINTER-32"),
    FUNCTION_POINTER("FUNCTION-POINTER"),
    PROCEDURE_POINTER("PROCEDURE-POINTER"),
    OBJECT_REFERENCE("OBJECT REFERENCE");

    private final String words;

    Usage(String words) {
        this.words = words;
    }

    public boolean isFloat() {
        return this == FLOAT_SHORT || this == FLOAT_LONG;
    }

    /** Whether it is a place in the memory of the program that wrote it: four or eight bytes without a meaning for others. */
    public boolean isAddress() {
        return compareTo(INDEX) >= 0;
    }

    /** Whether the item has no PICTURE. */
    public boolean isPictureless() {
        return isFloat() || isAddress();
    }

    public boolean isBinary() {
        return this == BINARY || this == NATIVE_BINARY;
    }

    /** As a copybook has it, the short spelling where there are several. */
    @Override
    public String toString() {
        return words;
    }
}
