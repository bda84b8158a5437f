package io.banku.feed.expression;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import io.banku.record.FieldReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns {@code header.H-DATE TX-TIME | datetime yyyyMMddHHmmss} into an {@link Expression}. */
public final class ExpressionCompiler {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Fields fields;
    private final ZoneId zone;
    private final Set<String> fileFacts;
    private final boolean hasHeader;
    private final Carriers carriers;
    private final String rule;

    /** By rule, what is read from its own records. */
    private final Map<String, List<FieldReader>> read;

    /** Of any rule. */
    private final List<FieldReader> ofHeader;

    private final Uses uses;

    /** Of the filter that is being read: a field or a literal behind its name, or null. */
    private Expression argument;

    /** That is being read, or null. */
    private Text text;

    /**
     * @param fileFacts what the file's name tells: {@code name}, {@code date}, {@code sequence}
     * @param hasHeader whether a rule of the feed has the role header
     */
    public ExpressionCompiler(Fields fields, ZoneId zone, Set<String> fileFacts, boolean hasHeader, Carriers carriers) {
        this(fields, zone, fileFacts, hasHeader, carriers, "", new HashMap<>(), new ArrayList<>(), new Uses());
    }

    private ExpressionCompiler(
            Fields fields,
            ZoneId zone,
            Set<String> fileFacts,
            boolean hasHeader,
            Carriers carriers,
            String rule,
            Map<String, List<FieldReader>> read,
            List<FieldReader> ofHeader,
            Uses uses) {
        this.uses = uses;
        this.carriers = carriers;
        this.rule = rule;
        this.read = read;
        this.ofHeader = ofHeader;
        this.fields = fields;
        this.zone = zone;
        this.fileFacts = Set.copyOf(fileFacts);
        this.hasHeader = hasHeader;
    }

    /** For the records of a rule, or for one occurrence in them. */
    public ExpressionCompiler in(String rule, Fields fields) {
        return new ExpressionCompiler(
                fields, zone, fileFacts, hasHeader, carriers, rule, read, ofHeader, uses.in(rule));
    }

    /** All faults of it are told; empty when nothing could be made of it. What is wholly in single quotes is a literal. */
    public Optional<Expression> compile(Text text) {
        if (text.isQuoted()) {
            return Optional.of(new Literal(text.value()));
        }
        this.text = text;
        try {
            Tokens tokens = new Tokens(text.value());
            Expression expression = expression(tokens, text::fault);
            tokens.end();
            return Optional.of(expression);
        } catch (Misuse misuse) {
            text.fault(misuse);
            return Optional.empty();
        }
    }

    /** What the expressions of a rule, compiled so far, read from its records. */
    public List<FieldReader> readFrom(String rule) {
        return List.copyOf(read.getOrDefault(rule, List.of()));
    }

    /** What the expressions compiled so far read from the header. */
    public List<FieldReader> readFromHeader() {
        return List.copyOf(ofHeader);
    }

    /** What fields are taken for by the expressions compiled so far; and what is told here is of this rule. */
    public Uses uses() {
        return uses;
    }

    /** That another feed is looked up, which stands at a character of the text that is being read. */
    void lookup(String reference, int offset) {
        uses.lookup(new LookupUse(reference, text.position(offset)));
    }

    ZoneId zone() {
        return zone;
    }

    private Expression expression(Tokens tokens, Consumer<Misuse> faults) {
        List<Expression> terms = new ArrayList<>();
        do {
            Token first = tokens.peek();
            try {
                terms.add(tokens.takes("(") ? inParentheses(tokens, faults) : term(tokens));
            } catch (Misuse misuse) {
                faults.accept(advised(misuse, first, terms.isEmpty()));
                terms.add(UnknownValue.UNKNOWN);
                if (tokens.peek() == first) {
                    tokens.next();
                }
            }
        } while (!tokens.atEnd() && !tokens.peek().is("|") && !tokens.peek().is(")"));
        Expression expression = terms.size() == 1 ? terms.get(0) : new Concatenation(terms);
        while (tokens.takes("|")) {
            try {
                expression = filtered(expression, tokens);
            } catch (Misuse misuse) {
                faults.accept(misuse);
                expression = UnknownValue.UNKNOWN;
                tokens.skipToBar();
            }
        }
        return expression;
    }

    /** {@code (TX-FIRST | trim)}: filters of one term among several. */
    private Expression inParentheses(Tokens tokens, Consumer<Misuse> faults) {
        Expression expression = expression(tokens, faults);
        tokens.expect(")");
        return expression;
    }

    /** A word that is no field may be one of two things that are written another way. */
    private static Misuse advised(Misuse misuse, Token word, boolean isFirst) {
        if (word.text().startsWith("\"")) {
            return new Misuse(misuse.offset(), misuse.getMessage() + "; a literal stands in single quotes");
        }
        boolean isUnknown = misuse.getMessage().startsWith("expected a field of the copybook, found");
        boolean isMistyped = misuse.getMessage().endsWith("?")
                && !CURRENCY.matcher(word.text()).matches();
        if (word.kind() != Token.Kind.WORD || !isUnknown || isMistyped) {
            return misuse;
        }
        String advice = !isFirst && Filters.has(word.text())
                ? "; a filter stands behind a bar: | " + word.text()
                : "; a text that is always the same stands in quotes: '" + word.text() + "'";
        return new Misuse(misuse.offset(), misuse.getMessage() + advice);
    }

    private Expression filtered(Expression input, Tokens tokens) {
        Token name = tokens.word("a filter");
        Filter filter = Filters.named(name);
        if (!filter.takes().contains(input.type()) && input.type() != ValueType.UNKNOWN) {
            List<String> taken =
                    filter.takes().stream().sorted().map(ValueType::told).toList();
            throw name.misuse("'" + filter.form() + "' takes " + String.join(" or ", taken) + ", found "
                    + input.type().told());
        }
        Arguments arguments = new Arguments(tokens, this, filter.form());
        String pattern = tokens.peek().text();
        argument = null;
        Expression filtered = filter.of(input, arguments);
        arguments.end();
        note(filtered, input, pattern);
        return filtered;
    }

    private void note(Expression filtered, Expression input, String pattern) {
        switch (filtered.type()) {
            case DATE, TIME, DATETIME -> uses.dated(input, pattern);
            case MONEY -> {
                uses.amount(input, argument);
                if (argument != null) {
                    uses.currency(argument);
                }
            }
            default -> {
                if (!filtered.accepted().isEmpty()) {
                    uses.oneOf(input, filtered.accepted());
                }
            }
        }
    }

    /** As {@link #term}, for an argument: what may have been meant is told. */
    Expression argument(Tokens tokens) {
        Token first = tokens.peek();
        try {
            argument = term(tokens);
            return argument;
        } catch (Misuse misuse) {
            throw advised(misuse, first, true);
        }
    }

    /** @throws Misuse when no term comes next */
    Expression term(Tokens tokens) {
        if (tokens.peek().kind() == Token.Kind.LITERAL) {
            return new Literal(tokens.next().text());
        }
        Token name = tokens.peek();
        String word = name.text().toLowerCase(Locale.ROOT);
        if (name.kind() == Token.Kind.WORD && word.startsWith("file.")) {
            return fileTerm(tokens.next(), word.substring("file.".length()));
        }
        Token reference = tokens.reference();
        if (word.startsWith("trailer.")) {
            throw name.misuse("the trailer comes last and is not known here: trailer.X stands only in controls");
        }
        boolean isHeader = word.startsWith("header.");
        if (isHeader && !hasHeader) {
            throw name.misuse("expected a rule with 'role: header' for " + name.text() + ", found none");
        }
        if (isHeader) {
            FieldReader field = fields.field(reference.from("header.".length()));
            ofHeader.add(field);
            return field(field, Place.HEADER);
        }
        FieldReader field = fields.field(reference);
        Place place = carriers.placeOf(field.item(), rule).orElse(Place.RECORD);
        if (place == Place.RECORD) {
            read.computeIfAbsent(rule, none -> new ArrayList<>()).add(field);
        }
        return field(field, place);
    }

    private Expression fileTerm(Token name, String fact) {
        if (!Set.of("name", "date", "sequence").contains(fact)) {
            throw name.misuse("expected file.name, file.date or file.sequence, found " + name.text());
        }
        if (!fileFacts.contains(fact)) {
            throw name.misuse("expected {" + fact + "} in the pattern of 'files' for " + name.text() + ", found none");
        }
        return FileTerm.valueOf(fact.toUpperCase(Locale.ROOT));
    }

    private Expression field(FieldReader reader, Place place) {
        boolean hidden = fields.isPrivate(reader);
        return reader.isNumeric()
                ? new NumberField(reader, reader.fitsLong(), place, hidden)
                : new TextField(reader, place, hidden);
    }
}
