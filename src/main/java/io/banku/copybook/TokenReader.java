package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.List;

/** Walks over the tokens of a copybook; at the end it stays on END. */
final class TokenReader {
    /** A token that cannot stand where it stands. */
    static final class Unexpected extends RuntimeException {
        private final transient Token at;

        Unexpected(Token at, String expected) {
            this(at, expected, "");
        }

        /** @param why it is not what was expected */
        Unexpected(Token at, String expected, String why) {
            super("expected " + expected + ", found " + at + why, null, false, false);
            this.at = at;
        }

        Token at() {
            return at;
        }
    }

    private final List<Token> tokens;
    private int next;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    boolean isAtEnd() {
        return peek().is(Kind.END);
    }

    /** The one after the next. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** The one stepped over last. */
    Token previous() {
        return tokens.get(Math.max(0, next - 1));
    }

    Token next() {
        Token token = tokens.get(next);
        if (!token.is(Kind.END)) {
            next++;
        }
        return token;
    }

    /** Steps over a word if it is one of these. */
    boolean accept(String... words) {
        for (String word : words) {
            if (peek().is(word)) {
                next();
                return true;
            }
        }
        return false;
    }

    boolean accept(Kind kind) {
        if (peek().is(kind)) {
            next();
            return true;
        }
        return false;
    }

    Token expect(Kind kind, String expected) {
        if (!peek().is(kind)) {
            throw new Unexpected(peek(), expected);
        }
        return next();
    }

    /** Steps past the next period. */
    void skipSentence() {
        while (!isAtEnd() && !next().is(Kind.PERIOD)) {
            // not looked at
        }
    }

    /** Steps past the next period, or up to a number that begins a line: there the next entry begins. */
    void skipEntry() {
        while (!peek().is(Kind.END) && !next().is(Kind.PERIOD)) {
            if (peek().is(Kind.NUMBER) && peek().line() > previous().line()) {
                return;
            }
        }
    }
}
