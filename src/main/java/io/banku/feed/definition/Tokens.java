package io.banku.feed.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one text, read from left to right. One thread. */
public final class Tokens {
    private static final String SIGNS = "|=<>+,()";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** @throws Misuse when a literal is not closed */
    public Tokens(String text) {
        this.text = text;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            i = Character.isWhitespace(c) ? i + 1 : c == '\'' ? literal(i) : SIGNS.indexOf(c) >= 0 ? sign(i) : word(i);
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
    }

    public Token peek() {
        return tokens.get(at);
    }

    public boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Leaves out what comes before the next bar, or before the end of the parentheses that it stands in. */
    public void skipToBar() {
        for (int depth = 0; !atEnd() && (depth > 0 || !peek().is("|") && !peek().is(")")); next()) {
            depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
        }
    }

    /** Leaves out what comes before this word or sign, or all that is left. */
    public void skipTo(String wordOrSign) {
        while (!atEnd() && !peek().isWord(wordOrSign) && !peek().is(wordOrSign)) {
            next();
        }
    }

    /** As it was written, from a token up to the one that comes next. */
    public String written(Token first) {
        return text.substring(first.offset(), peek().offset()).strip();
    }

    public Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the sign if it comes next. */
    public boolean takes(String sign) {
        boolean taken = peek().is(sign);
        if (taken) {
            next();
        }
        return taken;
    }

    public boolean takesWord(String word) {
        boolean taken = peek().isWord(word);
        if (taken) {
            next();
        }
        return taken;
    }

    /** @throws Misuse when the next token is another */
    public void expect(String sign) {
        if (!takes(sign)) {
            throw peek().misuse("expected " + sign + ", found " + peek().shown());
        }
    }

    /** @throws Misuse when the next token is not a word */
    public Token word(String what) {
        if (peek().kind() != Token.Kind.WORD) {
            throw peek().misuse("expected " + what + ", found " + peek().shown());
        }
        return next();
    }

    /** @throws Misuse when the next token is not a decimal number */
    public BigDecimal number(String what) {
        Token token = word(what);
        if (!token.text().matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw token.misuse("expected " + what + ", found " + token.shown());
        }
        return new BigDecimal(token.text());
    }

    /**
     * A COBOL name as it may refer to a field: {@code A}, {@code A OF B}, {@code A(2)}, {@code A(*)}; blanks as COBOL has them.
     *
     * @throws Misuse when no name comes next
     */
    public Token reference() {
        return reference(word("the name of a field"));
    }

    /** The same, where its first word is taken already. */
    public Token reference(Token first) {
        StringBuilder name = new StringBuilder(first.text());
        while (peek().isWord("of") || peek().isWord("in")) {
            next();
            name.append(" OF ").append(word("a name after OF").text());
        }
        if (peek().is("(") && isSubscript(tokens.get(at + 1))) {
            next();
            name.append('(').append(subscript());
            while (takes(",")) {
                name.append(',').append(subscript());
            }
            expect(")");
            name.append(')');
        }
        return new Token(Token.Kind.WORD, name.toString(), first.offset());
    }

    /** Anything else between parentheses is an expression of its own. */
    private static boolean isSubscript(Token token) {
        return token.isWord("*")
                || token.kind() == Token.Kind.WORD && token.text().matches("-?[0-9.]+");
    }

    private String subscript() {
        return takesWord("*") ? "*" : number("a subscript, or *").toPlainString();
    }

    /** @throws Misuse unless all is read */
    public void end() {
        if (!atEnd()) {
            throw peek().misuse("expected the end, found " + peek().shown());
        }
    }

    /** A quote within the quotes is written twice. */
    private int literal(int start) {
        StringBuilder value = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) != '\'') {
                value.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                value.append(text.charAt(++i));
            } else {
                tokens.add(new Token(Token.Kind.LITERAL, value.toString(), start));
                return i + 1;
            }
        }
        throw new Misuse(start, "expected a closing ', found the end");
    }

    private int sign(int start) {
        String two = text.substring(start, Math.min(start + 2, text.length()));
        String sign = two.matches("<=|>=|<>") ? two : two.substring(0, 1);
        tokens.add(new Token(Token.Kind.SIGN, sign, start));
        return start + sign.length();
    }

    private int word(int start) {
        int end = start;
        while (end < text.length() && isPartOfWord(text.charAt(end))) {
            end++;
        }
        tokens.add(new Token(Token.Kind.WORD, text.substring(start, end), start));
        return end;
    }

    private static boolean isPartOfWord(char c) {
        return !Character.isWhitespace(c) && c != '\'' && SIGNS.indexOf(c) < 0;
    }
}
