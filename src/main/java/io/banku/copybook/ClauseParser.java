package io.banku.copybook;

import io.banku.copybook.ConditionName.Interval;
import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.util.Set;

/** Tokens → the clauses of one entry. */
final class ClauseParser {
    private static final Set<String> CLAUSES = Set.of(
            "PIC",
            "PICTURE",
            "USAGE",
            "REDEFINES",
            "OCCURS",
            "SIGN",
            "LEADING",
            "TRAILING",
            "VALUE",
            "VALUES",
            "JUST",
            "JUSTIFIED",
            "BLANK",
            "EXTERNAL",
            "GLOBAL",
            "IS");
    private static final Set<String> LATER =
            Set.of("SYNC", "SYNCHRONIZED", "RENAMES", "GROUP-USAGE", "VOLATILE", "DYNAMIC", "ANY");

    private final TokenReader tokens;
    private final Faults faults;
    private final LiteralParser literals;
    private final OccursParser occurs;

    ClauseParser(TokenReader tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
        this.literals = new LiteralParser(tokens, faults);
        this.occurs = new OccursParser(tokens, faults);
    }

    static boolean beginsClause(Token token) {
        return CLAUSES.contains(token.text())
                || LATER.contains(token.text())
                || UsageWords.of(token) != null
                || UsageWords.isLater(token);
    }

    void clause(Entry entry) {
        Token at = tokens.peek();
        if (!at.is(Kind.WORD) || !beginsClause(at)) {
            throw new Unexpected(at, "a clause such as PIC, OCCURS or COMP-3, or a period");
        }
        if (LATER.contains(at.text())) {
            tokens.next();
            tokens.accept("LEFT", "RIGHT");
            faults.add(at, at + " is not supported yet");
        } else if (UsageWords.of(at) != null || UsageWords.isLater(at)) {
            usage(entry);
        } else {
            tokens.next();
            clause(entry, at);
        }
    }

    private void clause(Entry entry, Token at) {
        switch (at.text()) {
            case "PIC", "PICTURE" -> picture(entry, at);
            case "USAGE" -> {
                tokens.accept("IS");
                usage(entry);
            }
            case "REDEFINES" ->
                entry.redefines = once(entry.redefines, tokens.expect(Kind.WORD, "the name of an item"), at);
            case "OCCURS" -> {
                entry.occursAt = once(entry.occursAt, at, at);
                entry.occurs = occurs.occurrences();
            }
            case "SIGN" -> {
                tokens.accept("IS");
                Token place = tokens.next();
                if (!place.is("LEADING") && !place.is("TRAILING")) {
                    throw new Unexpected(place, "LEADING or TRAILING");
                }
                sign(entry, place);
            }
            case "LEADING", "TRAILING" -> sign(entry, at);
            case "VALUE", "VALUES" -> {
                tokens.accept("IS", "ARE");
                literals.literal();
            }
            case "JUST", "JUSTIFIED" -> tokens.accept("RIGHT");
            case "BLANK" -> {
                tokens.accept("WHEN");
                if (!tokens.accept("ZERO", "ZEROS", "ZEROES")) {
                    throw new Unexpected(tokens.peek(), "ZERO");
                }
                entry.blankWhenZero = once(entry.blankWhenZero, at, at);
            }
            default -> {
                // EXTERNAL, GLOBAL and their IS: about the program, not about the bytes
            }
        }
    }

    void conditionValues(Entry entry) {
        if (!tokens.accept("VALUE", "VALUES")) {
            throw new Unexpected(tokens.peek(), "VALUE");
        }
        tokens.accept("IS", "ARE");
        do {
            Literal from = literals.literal();
            Literal to = tokens.accept("THRU", "THROUGH") ? literals.literal() : from;
            entry.values.add(new Interval(from, to));
        } while (literals.isNext());
        if (tokens.accept("WHEN", "FALSE")) {
            tokens.accept("SET");
            tokens.accept("TO");
            tokens.accept("FALSE");
            tokens.accept("IS");
            literals.literal();
        }
    }

    private void picture(Entry entry, Token at) {
        tokens.accept("IS");
        Token text = tokens.expect(Kind.PICTURE, "a PICTURE such as X(30) or S9(5)V99");
        entry.pictureAt = once(entry.pictureAt, text, at);
        try {
            entry.picture = PictureParser.parse(text.text());
        } catch (IllegalArgumentException fault) {
            faults.add(text, fault.getMessage());
        }
    }

    private void usage(Entry entry) {
        Token word = tokens.next();
        Usage usage = UsageWords.of(word);
        if (UsageWords.isLater(word)) {
            faults.add(word, "USAGE " + word + " is not supported yet");
        } else if (usage == null) {
            throw new Unexpected(word, "a usage such as DISPLAY, COMP, COMP-5 or COMP-3");
        }
        entry.usageAt = once(entry.usageAt, word, word);
        entry.usage = usage;
    }

    private void sign(Entry entry, Token place) {
        boolean separate = tokens.accept("SEPARATE");
        if (separate) {
            tokens.accept("CHARACTER");
        }
        entry.signAt = once(entry.signAt, place, place);
        if (place.is("LEADING")) {
            entry.sign = separate ? Sign.LEADING_SEPARATE : Sign.LEADING;
        } else {
            entry.sign = separate ? Sign.TRAILING_SEPARATE : Sign.TRAILING;
        }
    }

    private Token once(Token before, Token now, Token clause) {
        if (before != null) {
            faults.add(
                    clause,
                    "expected one such clause, found a second one: " + clause + " (first on line " + before.line()
                            + ")");
        }
        return now;
    }
}
