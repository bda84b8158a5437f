package io.banku.copybook;

/** A word of a copybook. The text of a WORD or a TAGGED is in upper case, a literal's is without its quotes. */
record Token(Kind kind, String text, Place at) {
    enum Kind {
        WORD,
        /** A word with a part between colons or parentheses, {@code :TAG:-NAME}, for COPY REPLACING to complete. */
        TAGGED,
        NUMBER,
        TEXT_LITERAL,
        HEX_LITERAL,
        PICTURE,
        /** What stands between {@code ==} and {@code ==}, not yet taken apart. */
        PSEUDO_TEXT,
        /** {@code &}, between two parts of a literal. */
        AMPERSAND,
        PERIOD,
        /** What is no word of COBOL, and already told. */
        FAULTY,
        /** Where a COPY statement could not bring what it names, as already told. */
        MISSING,
        END
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether somebody told already what is wrong here. */
    boolean isTold() {
        return kind == Kind.FAULTY || kind == Kind.MISSING;
    }

    int line() {
        return at.line();
    }

    /** As a fault names it. */
    @Override
    public String toString() {
        return switch (kind) {
            case TEXT_LITERAL -> "'" + text + "'";
            case HEX_LITERAL -> "X'" + text + "'";
            case PSEUDO_TEXT -> "==" + text + "==";
            case END -> "the end of the copybook";
            default -> text;
        };
    }
}
