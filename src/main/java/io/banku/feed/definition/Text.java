package io.banku.feed.definition;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A scalar as it was written, and where. Its faults go to the file's {@link Faults}. */
public final class Text {
    private final ScalarNode node;
    private final Faults faults;

    Text(ScalarNode node, Faults faults) {
        this.node = node;
        this.faults = faults;
    }

    public String value() {
        return node.getValue();
    }

    /** Where it begins, from 1. */
    public int line() {
        return node.getStartMark().orElseThrow().getLine() + 1;
    }

    /** Where it begins, from 1. */
    public int column() {
        return node.getStartMark().orElseThrow().getColumn() + 1;
    }

    /** Written without quotes. */
    public boolean isPlain() {
        return node.isPlain();
    }

    /** Written wholly in single quotes, as {@code 'EUR'}. */
    public boolean isQuoted() {
        return node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    }

    public void fault(String message) {
        fault(0, message);
    }

    public void fault(Misuse misuse) {
        if (!misuse.isTold()) {
            fault(misuse.offset(), misuse.getMessage());
        }
    }

    /** Tells a fault at a character of this text; of one that is still a TODO that alone is told. */
    public void fault(int offset, String message) {
        if (!Todos.isOne(value())) {
            add(offset, message);
        }
    }

    /** @param key behind which it stands */
    void todo(String key) {
        add(
                Math.max(0, value().indexOf("TODO")),
                "BNK-3037 expected '" + key + "' decided, found TODO: nobody can know it from copybook and sample;"
                        + " ask those who write the file");
    }

    /** Line and column, both from 1, of a character of this text. */
    public record Position(int line, int column) {}

    public Position position(int offset) {
        Mark mark = node.getStartMark().orElseThrow();
        return new Position(mark.getLine() + 1, mark.getColumn() + 1 + shift(offset));
    }

    private void add(int offset, String message) {
        Position position = position(offset);
        faults.add(position.line(), position.column(), message);
    }

    /** Characters and columns run in step only on one line without escapes; elsewhere the start has to do. */
    private int shift(int offset) {
        Mark start = node.getStartMark().orElseThrow();
        Mark end = node.getEndMark().orElseThrow();
        int quotes = node.isPlain() ? 0 : 2;
        boolean inStep =
                start.getLine() == end.getLine() && end.getColumn() - start.getColumn() == value().length() + quotes;
        return inStep ? offset + quotes / 2 : 0;
    }
}
