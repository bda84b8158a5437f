package io.banku.feed.definition;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Something that stands behind a key: text, a mapping or a list. Asked for what it is not, it tells a fault. */
public final class Item {
    private final Node node;
    private final String what;
    private final Faults faults;

    Item(Node node, String what, Faults faults) {
        this.node = node;
        this.what = what;
        this.faults = faults;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Nothing stands behind the key. */
    boolean isNothing() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    public boolean isSection() {
        return node instanceof MappingNode;
    }

    public Optional<Text> text() {
        if (node instanceof ScalarNode scalar && (!scalar.getValue().isEmpty() || !scalar.isPlain())) {
            return Optional.of(new Text(scalar, faults));
        }
        fault("expected text for " + what + ", found " + kind());
        return Optional.empty();
    }

    public Optional<Section> section() {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(mapping, what, faults));
        }
        fault("expected a mapping (name: value) for " + what + ", found " + kind());
        return Optional.empty();
    }

    public List<Item> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> new Item(element, "an element of " + what, faults))
                    .toList();
        }
        fault("expected a list for " + what + ", found " + kind());
        return List.of();
    }

    public void fault(String message) {
        Mark mark = node.getStartMark().orElseThrow();
        faults.add(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    private String kind() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : "the text '" + scalar.getValue() + "'";
        }
        return node instanceof MappingNode ? "a mapping" : "a list";
    }
}
