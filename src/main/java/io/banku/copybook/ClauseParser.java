package io.banku.copybook;

import io.banku.copybook.ConditionName.Interval;
import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tokens → the clauses of one entry. */
final class ClauseParser {
    private static final Set<String> LATER = Set.of("DYNAMIC", "ANY");

    private final TokenReader tokens;
    private final CompileOptions options;
    private final Faults faults;
    private final LiteralParser literals;
    private final OccursParser occurs;

    ClauseParser(TokenReader tokens, CompileOptions options, Faults faults) {
        this.tokens = tokens;
        this.options = options;
        this.faults = faults;
        this.literals = new LiteralParser(tokens, faults);
        this.occurs = new OccursParser(tokens, faults);
    }

    void clause(Entry entry) {
        Token at = tokens.peek();
        if (!ReservedWords.beginsClause(at)) {
            throw new Unexpected(at, "a clause such as PIC, OCCURS or COMP-3, or a period");
        }
        if (LATER.contains(at.text())) {
            faults.add(at, at + " is not supported yet");
            tokens.next();
            tokens.accept("LENGTH");
        } else if (UsageWords.of(at) != null || UsageWords.isLater(at)) {
            usage(entry);
        } else {
            tokens.next();
            named(entry, at);
        }
    }

    private void named(Entry entry, Token at) {
        switch (at.text()) {
            case "PIC", "PICTURE" -> picture(entry, at);
            case "USAGE", "GROUP-USAGE" -> {
                tokens.accept("IS");
                usage(entry);
            }
            case "REDEFINES" ->
                entry.redefines = once(entry.redefines, tokens.expect(Kind.WORD, "the name of an item"), at);
            case "OCCURS" -> {
                entry.occursAt = once(entry.occursAt, at, at);
                occurs.read(entry);
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
            case "BYTE-LENGTH" -> {
                tokens.accept("IS");
                entry.byteLengthAt = once(entry.byteLengthAt, at, at);
                entry.byteLength = OccursParser.number(tokens.next(), 1, "a number of bytes from 1");
            }
            case "JUST", "JUSTIFIED" -> {
                tokens.accept("RIGHT");
                entry.justified = once(entry.justified, at, at);
            }
            case "SYNC", "SYNCHRONIZED" -> {
                tokens.accept("LEFT", "RIGHT");
                entry.synchronizedAt = once(entry.synchronizedAt, at, at);
            }
            case "BLANK" -> {
                tokens.accept("WHEN");
                if (!tokens.accept("ZERO", "ZEROS", "ZEROES")) {
                    throw new Unexpected(tokens.peek(), "ZERO");
                }
                entry.blankWhenZero = once(entry.blankWhenZero, at, at);
            }
            default -> {
                // EXTERNAL, GLOBAL, VOLATILE and their IS: about the program, not about the bytes
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
        if (tokens.accept("WHEN", "SET", "FALSE")) {
            tokens.accept("SET");
            tokens.accept("TO");
            tokens.accept("FALSE");
            tokens.accept("IS");
            literals.literal();
        }
    }

    void renames(Entry entry) {
        if (!tokens.accept("RENAMES")) {
            throw new Unexpected(tokens.peek(), "RENAMES");
        }
        entry.renamed = qualifiedName(tokens, "the name of an item");
        if (tokens.accept("THRU", "THROUGH")) {
            entry.renamedThrough = qualifiedName(tokens, "the name of an item");
        }
    }

    /** A name, and after OF or IN those of groups around it. */
    static List<Token> qualifiedName(TokenReader tokens, String expected) {
        List<Token> names = new ArrayList<>();
        do {
            names.add(tokens.expect(Kind.WORD, expected));
        } while (tokens.accept("OF", "IN"));
        return names;
    }

    private void picture(Entry entry, Token at) {
        tokens.accept("IS");
        Token text = tokens.expect(Kind.PICTURE, "a PICTURE such as X(30) or S9(5)V99");
        entry.pictureAt = once(entry.pictureAt, text, at);
        try {
            entry.picture = PictureParser.parse(text.text(), options);
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
        if (usage == Usage.OBJECT_REFERENCE) {
            if (!tokens.accept("REFERENCE")) {
                throw new Unexpected(tokens.peek(), "REFERENCE");
            }
            if (tokens.peek().is(Kind.WORD) && !ReservedWords.beginsClause(tokens.peek())) {
                tokens.next();
            }
        }
        tokens.accept("NATIVE");
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
