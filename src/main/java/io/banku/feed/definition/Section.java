package io.banku.feed.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping, in the order in which it was written. A key given twice, or none that is expected, is a fault. */
public final class Section {

    /** One line of it: its name and what stands behind. */
    public record Entry(Text name, Item item) {}

    private final MappingNode node;
    private final String what;
    private final Faults faults;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Section(MappingNode node, String what, Faults faults) {
        this.node = node;
        this.what = what;
        this.faults = faults;
        node.getValue().forEach(this::add);
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            new Item(tuple.getKeyNode(), "a key of " + what, faults).text();
            return;
        }
        Text name = new Text(key, faults);
        Item item = new Item(tuple.getValueNode(), "'" + name.value() + "'", faults);
        if (entries.putIfAbsent(name.value(), new Entry(name, item)) != null) {
            name.fault("'" + name.value() + "' is given twice in " + what);
        }
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Tells every key that is not one of these. */
    public Section only(List<String> keys) {
        for (Entry entry : entries.values()) {
            String key = entry.name().value();
            if (!keys.contains(key)) {
                entry.name()
                        .fault("unknown key '" + key + "' in " + what + Nearest.meant(key, keys)
                                + (isCutOff(entry)
                                        ? "; a value with a comma stands in double quotes here, between { and }"
                                        : ""));
            }
        }
        return this;
    }

    /** In a flow mapping the comma of {@code ss,SSS} begins another entry, which has no value. */
    private boolean isCutOff(Entry entry) {
        return node.getFlowStyle() == FlowStyle.FLOW && entry.item().isNothing();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Optional<Item> item(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::item);
    }

    public Optional<Text> text(String key) {
        return item(key).flatMap(Item::text);
    }

    public Optional<Section> section(String key) {
        return item(key).flatMap(Item::section);
    }

    /** As {@link #item}, and a fault where it is missing. */
    public Optional<Item> required(String key) {
        Optional<Item> item = item(key);
        if (item.isEmpty()) {
            fault("'" + key + "' is missing in " + what);
        }
        return item;
    }

    public Optional<Text> requiredText(String key) {
        return required(key).flatMap(Item::text);
    }

    /** Where it begins, from 1. */
    public int line() {
        return node.getStartMark().orElseThrow().getLine() + 1;
    }

    /** Tells a fault where the section begins. */
    public void fault(String message) {
        Mark mark = node.getStartMark().orElseThrow();
        faults.add(mark.getLine() + 1, mark.getColumn() + 1, message);
    }
}
