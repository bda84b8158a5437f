package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Nearest;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Blanks;
import io.banku.feed.expression.Carriers;
import io.banku.feed.expression.Fields;
import io.banku.record.FieldReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns {@code sum(TX-AMOUNT) when deposited = trailer.TXT-CREDITS} into a {@link Control}. */
final class ControlCompiler {
    /** Of a feed that does not say it itself. */
    private static final Control GENERATIONS = new Control(
            "generation",
            "file.sequence = previous + 1",
            new Operands.FileSequence(),
            new Operands.Previous(1),
            Operand.Sort.NUMBER);

    private final Fields fields;
    private final List<Rule> rules;
    private final Set<String> fileFacts;
    private final Carriers carriers;
    private final List<Sum> sums = new ArrayList<>();
    private final Map<Role, List<FieldReader>> read = new EnumMap<>(Role.class);
    private boolean hasSequence;

    ControlCompiler(Fields fields, List<Rule> rules, Set<String> fileFacts, Carriers carriers) {
        this.carriers = carriers;
        this.fields = fields;
        this.rules = rules;
        this.fileFacts = fileFacts;
    }

    /** Faults are told; a control with one is left out. */
    Controls compile(Optional<Section> section) {
        List<Control> controls = new ArrayList<>(section.map(Section::entries).orElse(List.of()).stream()
                .flatMap(entry -> entry.item().text().flatMap(text -> control(entry.name(), text)).stream())
                .toList());
        if (isOfGenerations() && !hasSequence) {
            controls.add(GENERATIONS);
        }
        return new Controls(controls, sums, rules);
    }

    /** What the controls compiled so far read from the header, or from the trailer. */
    List<FieldReader> readFrom(Role role) {
        return read.getOrDefault(role, List.of());
    }

    private Optional<Control> control(Text name, Text text) {
        try {
            Tokens tokens = new Tokens(text.value());
            Optional<Operand> leftSide = side(tokens, text);
            Token equals = tokens.peek();
            tokens.expect("=");
            Optional<Operand> rightSide = side(tokens, text);
            if (leftSide.isEmpty() || rightSide.isEmpty()) {
                return Optional.empty();
            }
            Operand left = leftSide.get();
            Operand right = rightSide.get();
            tokens.end();
            if (left instanceof Operands.Previous) {
                throw new Misuse(0, "expected 'previous + N' on the right side, found it on the left");
            }
            if (right instanceof Operands.Previous) {
                onlySequence(left, (Operands.Previous) right, equals);
            }
            String definition = text.value().strip().replaceAll("\\s+", " ");
            return Optional.of(new Control(name.value(), definition, left, right, sort(left, right, equals)));
        } catch (Misuse misuse) {
            text.fault(misuse);
            return Optional.empty();
        }
    }

    private boolean isOfGenerations() {
        return fileFacts.contains("generation");
    }

    private void onlySequence(Operand left, Operands.Previous right, Token at) {
        if (isOfGenerations() && !(left instanceof Operands.FileSequence && right.step() == 1)) {
            throw at.misuse("expected file.sequence = previous + 1, as the feed's generations are its sequence,"
                    + " found another");
        }
        if (hasSequence) {
            throw at.misuse("expected one control with 'previous + N', found another");
        }
        hasSequence = true;
    }

    private static Operand.Sort sort(Operand left, Operand right, Token equals) {
        for (Operand.Sort sort : new Operand.Sort[] {left.sort(), right.sort()}) {
            if (left.canBe(sort) && right.canBe(sort)) {
                return sort;
            }
        }
        String dates = left.sort() == Operand.Sort.DATE || right.sort() == Operand.Sort.DATE
                ? " (a field is a date if it has 8 digits, yyyyMMdd, or 6, yyMMdd)"
                : "";
        throw equals.misuse("expected two sides that can be compared, found "
                + left.sort().told() + " and " + right.sort().told() + dates);
    }

    /** Empty when there was a fault, which is told; what comes next is then the other side. */
    private Optional<Operand> side(Tokens tokens, Text text) {
        try {
            return Optional.of(operand(tokens));
        } catch (Misuse misuse) {
            text.fault(misuse);
            tokens.skipTo("=");
            return Optional.empty();
        }
    }

    private Operand operand(Tokens tokens) {
        Token first = tokens.next();
        String word = first.text().toLowerCase(Locale.ROOT);
        if (first.kind() == Token.Kind.LITERAL) {
            return new Operands.Constant(Blanks.strip(first.text()), Operand.Sort.TEXT);
        }
        if (first.kind() != Token.Kind.WORD) {
            throw unknown(first);
        }
        if (word.startsWith("header.") || word.startsWith("trailer.")) {
            return field(first, word.startsWith("header.") ? Operands.Place.HEADER : Operands.Place.TRAILER, tokens);
        }
        return switch (word) {
            case "count" -> count(tokens);
            case "sum" -> sum(tokens);
            case "previous" -> previous(tokens);
            case "file.date" -> fact(first, "date", new Operands.FileDate());
            case "file.sequence" -> fact(first, "sequence", new Operands.FileSequence());
            default -> number(first);
        };
    }

    private Operand field(Token first, Operands.Place place, Tokens tokens) {
        Role role = place == Operands.Place.HEADER ? Role.HEADER : Role.TRAILER;
        if (rules.stream().noneMatch(rule -> rule.role() == role)) {
            throw first.misuse(
                    "expected a rule with 'role: " + place.told() + "' for " + first.text() + ", found none");
        }
        Token name = tokens.reference(first.from(place.told().length() + 1));
        FieldReader field = fields.field(name);
        read.computeIfAbsent(role, none -> new ArrayList<>()).add(field);
        return new Operands.Field(place, field, fields.isPrivate(field));
    }

    private Operand count(Tokens tokens) {
        tokens.expect("(");
        boolean all = tokens.takesWord("all");
        tokens.expect(")");
        Token when = tokens.peek();
        List<Rule> chosen = when(tokens);
        if (all && !chosen.isEmpty()) {
            throw when.misuse("expected nothing behind count(all), found when");
        }
        return new Operands.Count(all, chosen);
    }

    private Operand sum(Tokens tokens) {
        tokens.expect("(");
        Token name = tokens.reference();
        Summand summand = name.text().indexOf('*') < 0 ? Summand.of(fields.field(name)) : Summand.of(fields, name);
        tokens.expect(")");
        BigDecimal modulus = null;
        if (tokens.takesWord("mod")) {
            Token at = tokens.peek();
            modulus = tokens.number("a number");
            if (modulus.signum() <= 0) {
                throw at.misuse("expected a number above zero, found " + at.shown());
            }
        }
        List<Rule> chosen = when(tokens);
        List<Rule> summed = chosen.isEmpty()
                ? rules.stream().filter(rule -> rule.role() == Role.EVENTS).toList()
                : chosen;
        for (Rule rule : summed) {
            if (!carriers.isOwn(summand.first().item(), rule.name())) {
                throw name.misuse("expected a field of the records of rule '" + rule.name() + "', found " + name.text()
                        + ", which another rule carries: say 'when' for the rules whose records have it");
            }
        }
        Set<Integer> numbers = summed.stream().map(Rule::number).collect(Collectors.toSet());
        sums.add(Sum.of(summand, modulus, numbers));
        return new Operands.Summed(sums.size() - 1);
    }

    private List<Rule> when(Tokens tokens) {
        List<Rule> chosen = new ArrayList<>();
        if (tokens.takesWord("when")) {
            do {
                Token name = tokens.word("the name of a rule");
                chosen.add(rules.stream()
                        .filter(rule -> rule.name().equals(name.text()))
                        .findFirst()
                        .orElseThrow(() -> name.misuse("unknown rule '" + name.text() + "'"
                                + Nearest.meant(
                                        name.text(),
                                        rules.stream().map(Rule::name).toList()))));
            } while (tokens.takes(","));
        }
        return chosen;
    }

    private static Operand previous(Tokens tokens) {
        tokens.expect("+");
        Token at = tokens.peek();
        BigDecimal step = tokens.number("a whole number");
        if (step.scale() != 0 || step.precision() > 9 || step.signum() <= 0) {
            throw at.misuse("expected a whole number from 1 on of at most 9 digits, found " + at.shown());
        }
        return new Operands.Previous(step.longValueExact());
    }

    private Operand fact(Token name, String fact, Operand operand) {
        if (!fileFacts.contains(fact)) {
            throw name.misuse("expected {" + fact + "} in the pattern of 'files' for " + name.text() + ", found none");
        }
        return operand;
    }

    private static Operand number(Token token) {
        if (!token.text().matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw unknown(token);
        }
        return new Operands.Constant(new BigDecimal(token.text()), Operand.Sort.NUMBER);
    }

    private static Misuse unknown(Token token) {
        return token.misuse("expected count(), count(all), sum(FIELD), header.X, trailer.X, file.date, file.sequence,"
                + " previous + N, a 'literal' or a number, found " + token.shown());
    }
}
