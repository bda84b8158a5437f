package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Fields;
import io.banku.record.CodePage;
import io.banku.record.Condition;
import io.banku.record.FieldReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns {@code TX-IS-ADJUSTMENT and TX-AMOUNT < 0} into a {@link RecordCondition}. */
final class ConditionCompiler {
    private final Fields fields;
    private final Map<String, FieldReader> asked = new LinkedHashMap<>();
    private final List<Condition> named = new ArrayList<>();
    private final Map<String, List<FieldReader>> byRule = new LinkedHashMap<>();

    ConditionCompiler(Fields fields) {
        this.fields = fields;
    }

    /** For one occurrence in a record; what it asks tells nothing of the record's type. */
    ConditionCompiler of(Fields occurrence) {
        return new ConditionCompiler(occurrence);
    }

    /** Of a rule, by its name; empty when there was a fault, which is told. */
    Optional<RecordCondition> compile(String rule, Text text) {
        ConditionCompiler here = new ConditionCompiler(fields);
        try {
            Optional<RecordCondition> condition = here.conditions(new Tokens(text.value()), text);
            asked.putAll(here.asked);
            named.addAll(here.named);
            byRule.put(rule, List.copyOf(here.asked()));
            return condition;
        } catch (Misuse misuse) {
            text.fault(misuse);
            return Optional.empty();
        }
    }

    /** All that is left of the text; empty when there was a fault in any of them. */
    Optional<RecordCondition> conditions(Tokens tokens, Text text) {
        List<RecordCondition> conditions = new ArrayList<>();
        boolean isFaulty = false;
        do {
            try {
                conditions.add(condition(tokens));
                requireAnd(tokens);
            } catch (Misuse misuse) {
                text.fault(misuse);
                isFaulty = true;
                tokens.skipTo("and");
            }
        } while (tokens.takesWord("and"));
        if (isFaulty) {
            return Optional.empty();
        }
        return Optional.of(conditions.size() == 1 ? conditions.get(0) : new RecordCondition.All(conditions));
    }

    private static void requireAnd(Tokens tokens) {
        Token next = tokens.peek();
        if (!tokens.atEnd() && !next.isWord("and")) {
            throw next.misuse("expected 'and' or the end, found " + next.shown()
                    + (next.isWord("or") ? "; a rule of its own can say what else it may be" : ""));
        }
    }

    /** The fields that the conditions look at, in order: what is shown of a record that matches none. */
    Collection<FieldReader> asked() {
        return List.copyOf(asked.values());
    }

    /** The level-88 names that the conditions ask for. */
    List<Condition> named() {
        return List.copyOf(named);
    }

    /** The fields that the condition of a rule looks at. */
    List<FieldReader> asked(String rule) {
        return byRule.getOrDefault(rule, List.of());
    }

    private RecordCondition condition(Tokens tokens) {
        Token name = tokens.reference();
        Optional<Comparison> comparison = tokens.peek().kind() == Token.Kind.SIGN
                ? Comparison.of(tokens.peek().text())
                : Optional.empty();
        if (comparison.isEmpty() && tokens.peek().kind() == Token.Kind.SIGN) {
            throw tokens.peek()
                    .misuse("expected " + Nearest.either(Comparison.signs()) + ", found "
                            + tokens.peek().shown());
        }
        if (comparison.isEmpty()) {
            Condition condition = fields.condition(name);
            named.add(condition);
            fields.fieldOf(condition).ifPresent(field -> asked.put(field.name(), field));
            return new RecordCondition.Named(condition, fields.reference(name));
        }
        tokens.next();
        FieldReader field = fields.field(name);
        asked.put(field.name(), field);
        return field.isNumeric()
                ? numeric(field, comparison.get(), tokens)
                : textual(field, comparison.get(), name, tokens);
    }

    private static RecordCondition numeric(FieldReader field, Comparison comparison, Tokens tokens) {
        Token token = tokens.peek();
        Tokens literal = token.kind() == Token.Kind.LITERAL ? new Tokens(token.text()) : tokens;
        BigDecimal number;
        try {
            number = literal.number("a number");
        } catch (Misuse misuse) {
            throw token.misuse(misuse.getMessage());
        }
        if (literal != tokens) {
            tokens.next();
        }
        BigDecimal unscaled = number.movePointRight(field.scale()).stripTrailingZeros();
        return field.fitsLong() && unscaled.scale() <= 0 && unscaled.precision() - unscaled.scale() <= 18
                ? new RecordCondition.ComparesLong(field, comparison, unscaled.longValueExact())
                : new RecordCondition.Compares(field, comparison, number);
    }

    /** Order is refused: EBCDIC and ASCII sort differently, and which one was meant cannot be known. */
    private RecordCondition textual(FieldReader field, Comparison comparison, Token name, Tokens tokens) {
        if (comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL) {
            throw name.misuse("expected = or <> for the text field " + field.name()
                    + ": the order of letters and digits differs between EBCDIC and ASCII");
        }
        Token literal = tokens.next();
        if (literal.kind() != Token.Kind.LITERAL) {
            throw literal.misuse(
                    "expected a 'literal' for the text field " + field.name() + ", found " + literal.shown()
                            + (literal.kind() == Token.Kind.WORD ? ": write '" + unquoted(literal.text()) + "'" : ""));
        }
        return new RecordCondition.TextEquals(
                field, bytes(field, literal), literal.text(), comparison == Comparison.EQUAL);
    }

    /** Other languages have double quotes here, and COBOL a word for blanks. */
    private static String unquoted(String word) {
        return word.matches("(?i)SPACES?") ? "" : word.replaceAll("^\"|\"$", "");
    }

    private byte[] bytes(FieldReader field, Token literal) {
        CodePage encoding = fields.encodingOf(field);
        int length = field.item().length();
        if (literal.text().length() > length) {
            throw literal.misuse("expected at most " + length + " characters for the text field " + field.name()
                    + ", found " + literal.shown());
        }
        try {
            byte[] text = encoding.encode(literal.text());
            byte[] filled = Arrays.copyOf(text, length);
            Arrays.fill(filled, text.length, length, encoding.blank());
            return filled;
        } catch (IllegalArgumentException noCharacter) {
            throw literal.misuse(noCharacter.getMessage());
        }
    }
}
