package io.banku.feed;

import io.banku.feed.expression.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of its events a feed makes from private fields: no listing shows it. Immutable, shared by threads. */
public final class PrivateProperties {
    /** The account, whatever the property is called. */
    public static final String KEY = "key";

    private final boolean hidesAny;
    private final Map<String, Set<String>> byRule = new HashMap<>();
    private final Map<String, Set<String>> byType = new HashMap<>();
    private final Map<String, Set<String>> made = new HashMap<>();

    private PrivateProperties(boolean hidesAny) {
        this.hidesAny = hidesAny;
    }

    /** @param hidesAny whether any field of the feed is private */
    static PrivateProperties of(List<Rule> rules, boolean hidesAny) {
        PrivateProperties all = new PrivateProperties(hidesAny);
        for (Rule rule : rules) {
            rule.allMakers().flatMap(maker -> maker.sources().stream()).forEach(source -> all.add(rule, source));
            if (rule.entry() != null) {
                all.add(rule, Entry.TYPE, List.of(KEY), rule.entry().key());
                all.add(rule, Entry.TYPE, List.of("value"), rule.entry().value());
            }
        }
        return all;
    }

    private void add(Rule rule, EventMaker.Source source) {
        add(rule, source.type().text(), source.properties(), source.value());
    }

    private void add(Rule rule, String type, List<String> properties, Expression value) {
        made.computeIfAbsent(type, none -> new HashSet<>()).addAll(properties);
        if (value.isPrivate()) {
            byType.computeIfAbsent(type, none -> new HashSet<>()).addAll(properties);
            byRule.computeIfAbsent(rule.name() + " " + type, none -> new HashSet<>())
                    .addAll(properties);
        }
    }

    /** Whether some rule makes an amount from what is private: a sum may be that of one record. */
    public boolean hidesAmounts() {
        return byType.values().stream().anyMatch(properties -> properties.contains("amount"));
    }

    /** Of the events of a type that a rule makes. */
    public Set<String> of(String rule, String type) {
        return byRule.getOrDefault(rule + " " + type, Set.of());
    }

    /**
     * Whether some rule makes it from what is private; or none makes it: then an earlier definition did, from a field
     * that may be private.
     */
    public boolean hides(String type, String property) {
        return hidesAny
                && (byType.getOrDefault(type, Set.of()).contains(property)
                        || !made.getOrDefault(type, Set.of()).contains(property));
    }
}
