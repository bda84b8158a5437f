package io.banku.feed;

import io.banku.feed.definition.Item;
import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Carriers;
import io.banku.feed.expression.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code carry:} of all rules, before any of them is compiled: each may use what another one carries. */
final class Carrying {
    private final Carriers carriers = new Carriers();
    private final Map<String, Carry> byRule = new HashMap<>();

    /** Faults are told. */
    static Carrying of(Section records, Fields fields) {
        Carrying carrying = new Carrying();
        records.entries().stream()
                .filter(entry -> entry.item().isSection())
                .forEach(entry -> entry.item()
                        .section()
                        .flatMap(rule -> rule.item("carry"))
                        .ifPresent(names -> carrying.add(entry.name().value(), names, fields)));
        return carrying;
    }

    private void add(String rule, Item names, Fields fields) {
        int number = carriers.add(rule);
        List<Token> tokens = new ArrayList<>();
        List<Item> list = names.list();
        for (Item item : list) {
            item.text().flatMap(text -> name(text, fields)).ifPresent(tokens::add);
        }
        byRule.put(rule, new Carry(number, fields.carry(carriers, number, tokens)));
    }

    /** Empty when it is no field, which is told. */
    private static Optional<Token> name(Text text, Fields fields) {
        try {
            Tokens tokens = new Tokens(text.value());
            Token name = tokens.reference();
            tokens.end();
            fields.field(name);
            return Optional.of(name);
        } catch (Misuse misuse) {
            text.fault(misuse);
            return Optional.empty();
        }
    }

    Carriers carriers() {
        return carriers;
    }

    /** What a rule carries. */
    Optional<Carry> of(String rule) {
        return Optional.ofNullable(byRule.get(rule));
    }
}
