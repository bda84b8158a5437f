package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between COPY and its period: {@code COPY CUSTREC OF LIB REPLACING ==:TAG:== BY ==TX==.} */
final class CopyStatement {
    private final TokenReader tokens;
    private final DecimalPoint point;
    private final Faults faults;
    private final List<Replacement> replacements = new ArrayList<>();
    private Token name;
    private String library;

    CopyStatement(TokenReader tokens, DecimalPoint point, Faults faults) {
        this.tokens = tokens;
        this.point = point;
        this.faults = faults;
    }

    void read() {
        name = tokens.next();
        if (!name.is(Kind.WORD) && !name.is(Kind.TEXT_LITERAL)) {
            throw new Unexpected(name, "the name of a member");
        }
        if (tokens.accept("OF", "IN")) {
            library = tokens.expect(Kind.WORD, "the name of a library").text();
        }
        tokens.accept("SUPPRESS");
        if (tokens.accept("REPLACING")) {
            do {
                pair();
            } while (!tokens.peek().is(Kind.PERIOD) && !tokens.isAtEnd());
        }
        tokens.expect(Kind.PERIOD, "a period after COPY " + name.text());
    }

    Token name() {
        return name;
    }

    Optional<String> library() {
        return Optional.ofNullable(library);
    }

    Replacing replacing() {
        return new Replacing(replacements, point, faults);
    }

    private void pair() {
        boolean leading = tokens.accept("LEADING");
        boolean trailing = !leading && tokens.accept("TRAILING");
        Token sought = tokens.peek();
        List<Token> words = operand();
        if (words.isEmpty()) {
            throw new Unexpected(sought, "words to be replaced");
        }
        if (!tokens.accept("BY")) {
            throw new Unexpected(tokens.peek(), "BY");
        }
        Token by = tokens.peek();
        List<Token> replacement = operand();
        boolean tag = sought.is(Kind.PSEUDO_TEXT) ? Replacement.isTag(sought.text()) : sought.is(Kind.TAGGED);
        if (leading) {
            replacements.add(
                    Replacement.ofBeginning(sought.text().strip(), by.text().strip()));
        } else if (trailing) {
            replacements.add(Replacement.ofEnd(sought.text().strip(), by.text().strip()));
        } else if (tag) {
            replacements.add(Replacement.ofTag(sought.text().strip(), by.text().strip()));
        } else {
            replacements.add(Replacement.ofWords(words, replacement));
        }
    }

    /** Pseudo-text, a literal, or a name with its qualifiers. */
    private List<Token> operand() {
        Token first = tokens.next();
        if (first.is(Kind.PSEUDO_TEXT)) {
            return Scanner.tokens(first.text(), first.at(), point, faults);
        }
        if (!isOperand(first)) {
            throw new Unexpected(first, "==pseudo-text==, a word or a literal");
        }
        List<Token> words = new ArrayList<>(List.of(first));
        while (tokens.peek().is("OF") || tokens.peek().is("IN")) {
            words.add(tokens.next());
            words.add(tokens.expect(Kind.WORD, "a name"));
        }
        return words;
    }

    private static boolean isOperand(Token token) {
        return switch (token.kind()) {
            case WORD, TAGGED, NUMBER, TEXT_LITERAL, HEX_LITERAL -> true;
            case PICTURE, PSEUDO_TEXT, AMPERSAND, PERIOD, FAULTY, MISSING, END -> false;
        };
    }
}
