package io.banku.bench.decode;

/** How the bytes of a number are written, with the words of a copybook for it. */
enum Form {
    PACKED("COMP-3"),
    ZONED(""),
    ZONED_LEADING("SIGN LEADING"),
    SEPARATE("SIGN TRAILING SEPARATE"),
    SEPARATE_LEADING("SIGN LEADING SEPARATE"),
    BINARY("COMP"),
    NATIVE_BINARY("COMP-5"),
    IBM_SHORT("COMP-1"),
    IBM_LONG("COMP-2");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isFloat() {
        return this == IBM_SHORT || this == IBM_LONG;
    }
}
