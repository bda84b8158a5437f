package io.banku.feed.expression;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands between a filter's name and the next bar, read from left to right; and the feed's timezone. */
public final class Arguments {
    private final Tokens tokens;
    private final ExpressionCompiler terms;
    private final String form;

    Arguments(Tokens tokens, ExpressionCompiler terms, String form) {
        this.tokens = tokens;
        this.terms = terms;
        this.form = form;
    }

    public ZoneId zone() {
        return terms.zone();
    }

    /** A word as it stands, or what is in the quotes. */
    public String text() {
        return textToken().text();
    }

    /** A word or literal turned into something by a function that refuses with an {@link IllegalArgumentException}. */
    public <T> T parsed(Function<String, T> parser) {
        Token token = textToken();
        try {
            return parser.apply(token.text());
        } catch (IllegalArgumentException refused) {
            throw token.misuse(refused.getMessage());
        }
    }

    /** Whether this word comes next; then it is read. */
    public boolean takes(String word) {
        return hasMore() && tokens.takesWord(word);
    }

    /** All that comes next, at least one: words or what is in the quotes. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        do {
            texts.add(text());
        } while (hasMore());
        return texts;
    }

    /** A field, {@code header.X} or a {@code 'literal'}. */
    public Expression term() {
        if (!hasMore()) {
            throw missing();
        }
        return terms.term(tokens);
    }

    /** {@code A=x B=y}, at least one. */
    public Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        do {
            Token from = textToken();
            tokens.expect("=");
            if (pairs.putIfAbsent(from.text(), textToken().text()) != null) {
                throw from.misuse(from.shown() + " is given twice");
            }
        } while (hasMore());
        return pairs;
    }

    /** Where the next argument stands: a filter can tell faults there. */
    public int offset() {
        return tokens.peek().offset();
    }

    void end() {
        if (hasMore()) {
            throw tokens.peek()
                    .misuse("expected nothing more behind '" + form + "', found "
                            + tokens.peek().shown());
        }
    }

    private boolean hasMore() {
        return !tokens.atEnd() && !tokens.peek().is("|");
    }

    private Token textToken() {
        if (tokens.peek().kind() != Token.Kind.WORD && tokens.peek().kind() != Token.Kind.LITERAL) {
            throw missing();
        }
        return tokens.next();
    }

    private Misuse missing() {
        return tokens.peek()
                .misuse("expected '" + form + "', found " + tokens.peek().shown());
    }
}
