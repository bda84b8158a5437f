package io.banku.copybook;

/** A word of a copybook. A WORD's text is in upper case, a literal's is without its quotes. */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        WORD,
        NUMBER,
        TEXT_LITERAL,
        HEX_LITERAL,
        PICTURE,
        PERIOD,
        /** What is no word of COBOL, and already told. */
        FAULTY,
        END
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** As a fault names it. */
    @Override
    public String toString() {
        return switch (kind) {
            case TEXT_LITERAL -> "'" + text + "'";
            case HEX_LITERAL -> "X'" + text + "'";
            case END -> "the end of the copybook";
            default -> text;
        };
    }
}
