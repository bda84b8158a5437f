package io.banku.copybook;

/**
 * A text word, the unit in which COPY REPLACING and REPLACE compare and replace (Enterprise COBOL, "COPY statement"):
 * what stands between blanks, parentheses, colons, or a comma or period that a blank follows. {@code X(05).} is the words
 * {@code X ( 05 ) .}
 *
 * @param gap what stands before it: nothing, a blank or a line feed
 * @param text as it was written; a literal with its quotes and its prefix
 * @param isReplaced whether a REPLACING phrase put it there: the phrases of outer COPY statements leave it alone then
 */
record Word(Kind kind, String gap, String text, Place at, boolean isReplaced) {
    enum Kind {
        /** A name, a number, part of a PICTURE. */
        PLAIN,
        LITERAL,
        /** One of {@code ( ) : . ==}. */
        MARK,
        /** Where a COPY statement could not bring what it names, as already told. */
        MISSING,
        END
    }

    static final String PSEUDO_TEXT = "==";

    Word(Kind kind, String gap, String text, Place at) {
        this(kind, gap, text, at, false);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(String word) {
        return kind == Kind.PLAIN && text.equalsIgnoreCase(word);
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isPeriod() {
        return isMark(".");
    }

    /** Whether nothing stands between it and the word before. */
    boolean isJoined() {
        return gap.isEmpty();
    }

    boolean isSame(Word other) {
        return kind == other.kind
                && (kind == Kind.LITERAL ? text.equals(other.text) : text.equalsIgnoreCase(other.text));
    }

    Word withGap(String other) {
        return new Word(kind, other, text, at, isReplaced);
    }

    Word withText(String other) {
        return new Word(kind, gap, other, at, isReplaced);
    }

    /** What replaces another word keeps the place of it, so that faults are told where they can be mended. */
    Word replacing(Word other) {
        return new Word(kind, gap, text, other.at, true);
    }

    /** With what stands right behind it. */
    Word joined(Word next) {
        return new Word(kind, gap, text + next.text, at, isReplaced || next.isReplaced);
    }

    /** As if it had been written so. */
    Word asWritten() {
        return isReplaced ? new Word(kind, gap, text, at) : this;
    }

    /** As a fault names it. */
    @Override
    public String toString() {
        return kind == Kind.END ? "the end of the copybook" : text;
    }
}
