package io.banku.copybook;

import io.banku.copybook.Literal.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.util.Map;

/** Tokens → the literals and figurative constants of a VALUE clause. */
final class LiteralParser {
    private static final Map<String, Kind> FIGURATIVE = Map.ofEntries(
            Map.entry("ZERO", Kind.ZEROS),
            Map.entry("ZEROS", Kind.ZEROS),
            Map.entry("ZEROES", Kind.ZEROS),
            Map.entry("SPACE", Kind.SPACES),
            Map.entry("SPACES", Kind.SPACES),
            Map.entry("LOW-VALUE", Kind.LOW_VALUES),
            Map.entry("LOW-VALUES", Kind.LOW_VALUES),
            Map.entry("HIGH-VALUE", Kind.HIGH_VALUES),
            Map.entry("HIGH-VALUES", Kind.HIGH_VALUES),
            Map.entry("QUOTE", Kind.QUOTES),
            Map.entry("QUOTES", Kind.QUOTES),
            // NULL is binary zeros; it stands in copybooks of CICS programs
            Map.entry("NULL", Kind.LOW_VALUES),
            Map.entry("NULLS", Kind.LOW_VALUES));

    private final TokenReader tokens;
    private final Faults faults;

    LiteralParser(TokenReader tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    static boolean isFigurative(Token token) {
        return token.is(Token.Kind.WORD) && FIGURATIVE.containsKey(token.text());
    }

    boolean isNext() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER, TEXT_LITERAL, HEX_LITERAL -> true;
            case WORD -> token.is("ALL") || isFigurative(token);
            default -> false;
        };
    }

    /** A literal; parts between which an ampersand stands are one. */
    Literal literal() {
        Literal whole = part();
        while (tokens.peek().is(Token.Kind.AMPERSAND)) {
            Token ampersand = tokens.next();
            Literal next = part();
            if (whole.kind() != next.kind() || (whole.kind() != Kind.TEXT && whole.kind() != Kind.HEX)) {
                faults.add(ampersand, "expected two literals of one kind, found " + whole + " & " + next);
            }
            whole = new Literal(whole.kind(), whole.text() + next.text());
        }
        return whole;
    }

    private Literal part() {
        if (!isNext()) {
            throw new Unexpected(tokens.peek(), "a literal or a figurative constant such as SPACES");
        }
        Token token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case TEXT_LITERAL -> new Literal(Kind.TEXT, token.text());
            case HEX_LITERAL -> new Literal(Kind.HEX, token.text());
            default -> token.is("ALL") ? all(token) : new Literal(FIGURATIVE.get(token.text()), token.text());
        };
    }

    private Literal number(Token token) {
        long digits = token.text().chars().filter(Character::isDigit).count();
        if (digits > Picture.MOST_DIGITS + 2) {
            faults.add(token, "expected a number of at most " + Picture.MOST_DIGITS + " digits, found " + digits);
            return new Literal(Kind.ZEROS, "ZERO");
        }
        return new Literal(Kind.NUMBER, token.text());
    }

    /** ALL 'AB' repeats; ALL ZEROS is ZEROS. */
    private Literal all(Token all) {
        Literal repeated = part();
        return switch (repeated.kind()) {
            case TEXT -> new Literal(Kind.ALL, repeated.text());
            case HEX -> new Literal(Kind.ALL_HEX, repeated.text());
            case NUMBER, ALL, ALL_HEX -> {
                faults.add(all, "expected ALL before a quoted literal, found ALL " + repeated);
                yield repeated;
            }
            default -> repeated;
        };
    }
}
