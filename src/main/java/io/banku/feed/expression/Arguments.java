package io.banku.feed.expression;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands between a filter's name and the next bar, read from left to right; and the feed's timezone. */
public final class Arguments {
    private final Tokens tokens;
    private final ExpressionCompiler terms;
    private final String form;

    /** The text that was read last, if it is not in quotes: what is written behind it may belong to it. */
    private Token openText;

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
        Token token = textToken();
        openText = token.kind() == Token.Kind.WORD ? token : null;
        return token.text();
    }

    /** The name of another feed, which is looked up; whether there is such a reference, all feeds together know. */
    public String reference() {
        Token name = textToken();
        terms.lookup(name.text(), name.offset());
        return name.text();
    }

    /**
     * As {@link #parsed}, for what is often written with blanks or signs in it, and then needs quotes: where that is what is
     * missing, it is said.
     *
     * @param keywords that may come behind it
     */
    public <T> T pattern(Function<String, T> parser, String... keywords) {
        if (tokens.peek().kind() != Token.Kind.WORD) {
            return parsed(parser);
        }
        Token first = textToken();
        Token behind = tokens.peek();
        while (hasMore() && Arrays.stream(keywords).noneMatch(tokens.peek()::isWord)) {
            tokens.next();
        }
        String written = tokens.written(first);
        if (tokens.peek() == behind) {
            return parsed(first, parser);
        }
        if (fits(written, parser) || !fits(first.text(), parser)) {
            parsed(first.as(written), parser);
            throw first.misuse("a pattern with blanks or signs in it stands in quotes: '" + written + "'");
        }
        throw nothingMore(behind, "");
    }

    private static <T> boolean fits(String text, Function<String, T> parser) {
        try {
            parser.apply(text);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** A word or literal turned into something by a function that refuses with an {@link IllegalArgumentException}. */
    public <T> T parsed(Function<String, T> parser) {
        return parsed(textToken(), parser);
    }

    private static <T> T parsed(Token token, Function<String, T> parser) {
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
        return terms.argument(tokens);
    }

    /** {@code A=x B=y}, at least one. */
    public Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        do {
            Token from = textToken();
            if (!tokens.takes("=")) {
                throw tokens.peek()
                        .misuse("expected = behind " + from.shown() + ", found "
                                + tokens.peek().shown()
                                + "; a text with blanks or signs stands in quotes: 'A B'='x y'");
            }
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
        if (!hasMore()) {
            return;
        }
        Token more = tokens.peek();
        if (openText == null) {
            throw nothingMore(more, "");
        }
        while (hasMore()) {
            tokens.next();
        }
        throw nothingMore(more, "; a text with blanks or signs stands in quotes: '" + tokens.written(openText) + "'");
    }

    private Misuse nothingMore(Token more, String advice) {
        return more.misuse("expected nothing more behind '" + form + "', found " + more.shown() + advice);
    }

    /** Does another argument come? */
    public boolean hasMore() {
        return !tokens.atEnd() && !tokens.peek().is("|") && !tokens.peek().is(")");
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
