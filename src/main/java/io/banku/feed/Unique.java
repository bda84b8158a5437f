package io.banku.feed;

import io.banku.feed.definition.Item;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.expression.Expression;
import io.banku.feed.expression.ExpressionCompiler;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.feed.expression.Scope;
import io.banku.record.FieldException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What no two records of a feed that make events may have in common. Immutable, shared by threads.
 *
 * @param keys by the number of the rule; null for rules whose records have none
 * @param days for how long a record is remembered
 */
record Unique(Expression[] keys, int days) {
    /** Of a feed that says nothing. */
    static final Unique NONE = new Unique(new Expression[0], 0);

    private static final int DEFAULT_DAYS = 400;

    /** {@code unique: DALYTRAN-ID}, or {@code unique: { key: DALYTRAN-ID, days: 90, when: deposited, … }}. Faults are told. */
    static Unique of(Item item, List<Rule> rules, Fields fields, ExpressionCompiler expressions) {
        if (item.isText()) {
            return item.text()
                    .map(key -> of(key, DEFAULT_DAYS, makers(rules), rules, fields, expressions))
                    .orElse(NONE);
        }
        Section section = item.section().map(each -> each.only(Keys.UNIQUE)).orElse(null);
        if (section == null) {
            return NONE;
        }
        int days = InputReader.parsed(section.text("days"), Unique::days).orElse(DEFAULT_DAYS);
        List<Rule> chosen = section.text("when")
                .flatMap(names -> InputReader.parsed(Optional.of(names), text -> chosen(text, rules)))
                .orElse(makers(rules));
        return section.requiredText("key")
                .map(key -> of(key, days, chosen, rules, fields, expressions))
                .orElse(NONE);
    }

    /** Of a reference: each file is all of it, so that a key may be there once in a file, and again in the next one. */
    static Unique keysOf(List<Rule> rules) {
        Expression[] keys = new Expression[rules.size()];
        rules.stream()
                .filter(rule -> rule.entry() != null)
                .forEach(rule -> keys[rule.number()] = rule.entry().key());
        return new Unique(keys, 0);
    }

    private static Unique of(
            Text key, int days, List<Rule> chosen, List<Rule> rules, Fields fields, ExpressionCompiler expressions) {
        Expression[] keys = new Expression[rules.size()];
        for (Rule rule : chosen) {
            Optional<Expression> compiled = expressions.in(rule.name(), fields).compile(key);
            if (compiled.isEmpty()) {
                return NONE;
            }
            keys[rule.number()] = compiled.get();
            expressions.in(rule.name(), fields).uses().reference(compiled.get());
        }
        return new Unique(keys, days);
    }

    private static List<Rule> makers(List<Rule> rules) {
        return rules.stream().filter(rule -> rule.role() == Role.EVENTS).toList();
    }

    private static List<Rule> chosen(String text, List<Rule> rules) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(name -> makers(rules).stream()
                        .filter(rule -> rule.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected names of rules that make events, found '" + name + "'")))
                .toList();
    }

    private static int days(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("expected a number of days from 1 to 99999, found '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    boolean isAsked() {
        return keys.length > 0;
    }

    /** Null for records that have none. */
    String key(Rule rule, Scope scope) throws FieldException, MappingException {
        Expression key = keys.length == 0 ? null : keys[rule.number()];
        if (key == null) {
            return null;
        }
        String text = key.text(scope);
        if (text == null || text.chars().allMatch(c -> c == ' ' || c == 0)) {
            throw new MappingException(
                    MappingFault.NOT_IDENTIFIED, key.field(), "expected what makes the record unique, found it blank");
        }
        return text;
    }

    /** @param first where the record with the same key is */
    MappingException repeated(Rule rule, String first) {
        return new MappingException(
                MappingFault.REPEATED,
                keys[rule.number()].field(),
                "expected a record that was not there before, found one with the same key as " + first);
    }
}
