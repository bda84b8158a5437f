package io.banku.feed.expression;

import io.banku.copybook.Elementary;
import io.banku.feed.expression.Use.Dated;
import io.banku.record.FieldReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the fields of each rule's records are taken for. Filled while a feed is loaded; then nothing changes any more. */
public final class Uses {
    private static final String HEADER = "header.";
    private static final String CARRIED = "carried.";

    private final Map<String, List<Use>> byRule;
    private final List<String> currencies;
    private final List<LookupUse> lookups;
    private final String rule;

    Uses() {
        this(new HashMap<>(), new ArrayList<>(), new ArrayList<>(), "");
    }

    private Uses(Map<String, List<Use>> byRule, List<String> currencies, List<LookupUse> lookups, String rule) {
        this.lookups = lookups;
        this.byRule = byRule;
        this.currencies = currencies;
        this.rule = rule;
    }

    /** The same, where what is added is of this rule's records. */
    Uses in(String other) {
        return new Uses(byRule, currencies, lookups, other);
    }

    /** Of the records of a rule. */
    public List<Use> of(String name) {
        return List.copyOf(byRule.getOrDefault(name, List.of()));
    }

    /** Of the header. */
    public List<Use> ofHeader() {
        return of(HEADER);
    }

    /** Of records whose fields are carried on. */
    public List<Use> ofCarriers() {
        return of(CARRIED);
    }

    /** That are written out, in their order. */
    public List<String> currencies() {
        return List.copyOf(currencies);
    }

    /** In the order in which they stand there. */
    public List<LookupUse> lookups() {
        return List.copyOf(lookups);
    }

    void lookup(LookupUse lookup) {
        lookups.add(lookup);
    }

    public void account(Expression id) {
        add(id, Use.Account::new);
    }

    public void reference(Expression id) {
        add(id, Use.Reference::new);
    }

    public void currency(Expression code) {
        code.constant().ifPresent(currencies::add);
        add(code, Use.Currency::new);
    }

    public void words(Expression text, String property) {
        add(text, field -> new Use.Words(field, property));
    }

    /** @param currency null where it is not known */
    public void amount(Expression number, Expression currency) {
        add(number, field -> new Use.Amount(field, currency));
    }

    void oneOf(Expression text, List<String> texts) {
        add(text, field -> new Use.OneOf(field, texts));
    }

    /** Several terms have their parts of it, as far as they are of a known width. */
    void dated(Expression input, String pattern) {
        DatePattern known;
        try {
            known = new DatePattern(pattern);
        } catch (IllegalArgumentException told) {
            return;
        }
        List<Expression> terms = input instanceof Concatenation several ? several.terms() : List.of(input);
        int at = 0;
        for (Expression term : terms) {
            int width = terms.size() == 1 ? known.width() : width(term);
            int from = at;
            int to = at + width;
            if (width < 0 || to > known.width()) {
                return;
            }
            add(term, field -> new Dated(field, known, from, to));
            at = to;
        }
    }

    private static int width(Expression term) {
        if (term instanceof FileTerm file) {
            return file == FileTerm.DATE ? "yyyyMMdd".length() : -1;
        }
        if (term.constant().isPresent()) {
            return term.constant().get().length();
        }
        if (term instanceof NumberField number && number.reader().item() instanceof Elementary item) {
            return item.picture().size();
        }
        return term instanceof TextField text ? text.reader().item().length() : -1;
    }

    private void add(Expression expression, Function<FieldReader, Use> use) {
        List<Expression> terms = expression instanceof Concatenation several ? several.terms() : List.of(expression);
        for (Expression term : terms) {
            if (term instanceof TextField text) {
                add(text.reader(), text.place(), use);
            } else if (term instanceof NumberField number) {
                add(number.reader(), number.place(), use);
            } else if (term.field() != null) {
                add(term.field(), Place.RECORD, use);
            }
        }
    }

    private void add(FieldReader field, Place place, Function<FieldReader, Use> use) {
        String key = place == Place.RECORD ? rule : place == Place.HEADER ? HEADER : CARRIED;
        byRule.computeIfAbsent(key, none -> new ArrayList<>()).add(use.apply(field));
    }
}
