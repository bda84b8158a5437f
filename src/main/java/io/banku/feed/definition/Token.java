package io.banku.feed.definition;

/** A word, a literal or a sign of an expression, and where it stands in its {@link Text}. */
public record Token(Kind kind, String text, int offset) {

    public enum Kind {
        /** A name, a number, a pattern: all that is not one of the others. */
        WORD("a name"),
        /** {@code 'in quotes'}; its text is without them. */
        LITERAL("a 'literal'"),
        /** One of {@code | = <> < <= > >= + , ( )}. */
        SIGN("a sign"),
        END("the end");

        private final String told;

        Kind(String told) {
            this.told = told;
        }

        public String told() {
            return told;
        }
    }

    public boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Is it this word? Upper and lower case are the same, as in COBOL. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** What is left of it behind its first characters. */
    public Token from(int first) {
        return new Token(kind, text.substring(first), offset + first);
    }

    /** Another text at its place. */
    public Token as(String other) {
        return new Token(kind, other, offset);
    }

    /** As a message shows it. */
    public String shown() {
        return kind == Kind.END ? "the end" : kind == Kind.LITERAL ? "'" + text + "'" : text;
    }

    public Misuse misuse(String message) {
        return new Misuse(offset, message);
    }
}
