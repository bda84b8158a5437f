package io.banku.feed;

import io.banku.copybook.Fault;
import io.banku.copybook.Layout;
import io.banku.feed.definition.Document;
import io.banku.feed.definition.Faults;
import io.banku.feed.expression.Fields;
import io.banku.record.Dialect;
import io.banku.record.FieldException;
import io.banku.record.Frame;
import java.util.Optional;
import java.util.stream.Collectors;

/** A condition as a rule's {@code when} has it, for records that no feed reads. Immutable, shared by threads. */
public final class RecordFilter {
    private final RecordCondition condition;

    private RecordFilter(RecordCondition condition) {
        this.condition = condition;
    }

    /** @throws IllegalArgumentException with all that is wrong with it */
    public static RecordFilter of(String condition, Layout layout, Dialect dialect) {
        return of(condition, new Fields(layout, dialect));
    }

    /** @throws IllegalArgumentException with all that is wrong with it; one that asks for what is private is, too */
    static RecordFilter of(String condition, Fields fields) {
        Faults faults = new Faults("condition");
        ConditionCompiler compiler = new ConditionCompiler(fields);
        Optional<RecordCondition> compiled = Document.read(
                        "when: '" + condition.replace("'", "''") + "'", "a condition", faults)
                .flatMap(section -> section.requiredText("when"))
                .flatMap(text -> compiler.compile("", text));
        compiler.asked().stream().filter(fields::mayShowPrivate).findFirst().ifPresent(field -> {
            throw secret(field.name()
                    + (fields.isPrivate(field) ? "" : ", whose bytes are private in another kind of record"));
        });
        compiler.named().stream().filter(fields::mayShowPrivate).findFirst().ifPresent(named -> {
            throw secret(named.name());
        });
        return compiled.map(RecordFilter::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        faults.all().stream().map(Fault::message).distinct().collect(Collectors.joining("; "))));
    }

    private static IllegalArgumentException secret(String found) {
        return new IllegalArgumentException("BNK-3049 expected a condition that asks for nothing private, found "
                + found + ": which records fulfil it would tell what is in it; --unmask allows it");
    }

    /** @throws FieldException when what it asks for cannot be read */
    public boolean test(Frame frame) throws FieldException {
        return condition.test(frame);
    }
}
