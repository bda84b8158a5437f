package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 78 MOST VALUE 5.} and {@code 01 MOST CONSTANT AS 5.} declare no storage: they are taken out, and what they say
 * stands in the place of the name from there on, in {@code PIC X(MOST)} too.
 */
final class Constants {
    private static final Set<Kind> LITERALS = Set.of(Kind.NUMBER, Kind.TEXT_LITERAL, Kind.HEX_LITERAL);
    private static final Pattern IN_PICTURE = Pattern.compile("\\(([A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*)\\)");

    private final TokenReader tokens;
    private final Faults faults;
    private final Map<String, Token> values = new HashMap<>();
    private final List<Token> others = new ArrayList<>();

    private Constants(List<Token> tokens, Faults faults) {
        this.tokens = new TokenReader(tokens);
        this.faults = faults;
    }

    static List<Token> applyTo(List<Token> tokens, Faults faults) {
        Constants constants = new Constants(tokens, faults);
        while (!constants.tokens.isAtEnd()) {
            constants.sentence();
        }
        constants.others.add(constants.tokens.peek());
        return constants.others;
    }

    private void sentence() {
        Token level = tokens.next();
        boolean is78 = level.is(Kind.NUMBER) && level.text().equals("78");
        boolean is01 = level.is(Kind.NUMBER) && level.text().matches("0?1");
        if ((is78 || is01) && tokens.peek().is(Kind.WORD) && tokens.peekSecond().is(is78 ? "VALUE" : "CONSTANT")) {
            constant();
            return;
        }
        others.add(level);
        if (level.is(Kind.PERIOD)) {
            return;
        }
        if (level.is(Kind.NUMBER) && tokens.peek().is(Kind.WORD)) {
            others.add(tokens.next());
        }
        while (!tokens.isAtEnd() && !others.get(others.size() - 1).is(Kind.PERIOD)) {
            others.add(valued(tokens.next()));
        }
    }

    private void constant() {
        Token name = tokens.next();
        tokens.next();
        tokens.accept("IS");
        tokens.accept("GLOBAL");
        tokens.accept("AS");
        Token value = valued(tokens.next());
        boolean isOne = tokens.peek().is(Kind.PERIOD);
        if (isLiteral(value) && isOne) {
            values.put(name.text(), value);
        } else if (!value.isTold()) {
            Token found = isOne || !isLiteral(value) ? value : tokens.peek();
            faults.add(found, "expected one number or literal as the value of " + name + ", found " + found);
        }
        tokens.skipSentence();
    }

    private static boolean isLiteral(Token token) {
        return LITERALS.contains(token.kind()) || LiteralParser.isFigurative(token);
    }

    private Token valued(Token token) {
        if (token.is(Kind.WORD) && values.containsKey(token.text())) {
            Token value = values.get(token.text());
            return new Token(value.kind(), value.text(), token.at());
        }
        return token.is(Kind.PICTURE) && !values.isEmpty() ? picture(token) : token;
    }

    private Token picture(Token token) {
        Matcher repetition = IN_PICTURE.matcher(token.text());
        String text = repetition.replaceAll(found -> {
            Token value = values.get(found.group(1).toUpperCase(Locale.ROOT));
            return value != null && value.is(Kind.NUMBER) ? "(" + value.text() + ")" : found.group();
        });
        return new Token(Kind.PICTURE, text, token.at());
    }
}
