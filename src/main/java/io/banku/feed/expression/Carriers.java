package io.banku.feed.expression;

import io.banku.copybook.DataItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rules carry which fields on to the records after theirs. Told before the first rule is compiled. */
public final class Carriers {
    private final Map<DataItem, List<Integer>> carriersOf = new HashMap<>();
    private final List<String> rules = new ArrayList<>();

    /** Another rule carries; the numbers of those that do are in the order of the rules. */
    public int add(String rule) {
        rules.add(rule);
        return rules.size() - 1;
    }

    /** An item, and all that is in it. */
    void carries(int carrier, List<DataItem> items) {
        items.forEach(item ->
                carriersOf.computeIfAbsent(item, each -> new ArrayList<>()).add(carrier));
    }

    public int count() {
        return rules.size();
    }

    /** The number of the rule, or -1 when it carries nothing. */
    public int numberOf(String rule) {
        return rules.indexOf(rule);
    }

    /** Where the records of a rule find an item that others carry; empty where they have it themselves. */
    Optional<Place> placeOf(DataItem item, String rule) {
        return Optional.ofNullable(carriersOf.get(item))
                .filter(carriers -> !carriers.contains(numberOf(rule)))
                .map(carriers -> new Place.Carried(
                        carriers.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Does the rule carry the item, or nobody? Then its records have the item themselves. */
    public boolean isOwn(DataItem item, String rule) {
        return placeOf(item, rule).isEmpty();
    }
}
