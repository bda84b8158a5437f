package io.banku.draft;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.List;

/** Records that one rule is for, as they are met in a sample. One thread. */
final class Kind {
    private static final int LOOKED_AT = 300;

    /** Whether a record is one. */
    interface Test {
        boolean of(Frame frame);
    }

    final String name;
    /** As {@code when:} has it; empty where every record is one. */
    final String when;
    /** A name of the copybook that says what it is for; empty where none does. */
    String hint;

    /** What has to be said of {@link #when}; empty where nothing has. */
    final String why;

    private final Test test;
    private final List<Frame> looked = new ArrayList<>();
    private long count;
    private long first;
    private long last;
    private List<FieldReader> fields = List.of();

    Kind(String name, String when, String hint, Test test) {
        this(name, when, hint, "", test);
    }

    private Kind(String name, String when, String hint, String why, Test test) {
        this.why = why;
        this.name = name;
        this.when = when;
        this.hint = hint;
        this.test = test;
    }

    /** One whose condition nobody can write yet. */
    static Kind undecided(String name, String why, Test test) {
        return new Kind(name, Meaning.TODO, "", why, test);
    }

    boolean isDecided() {
        return !when.equals(Meaning.TODO);
    }

    boolean matches(Frame frame) {
        return test.of(frame);
    }

    void add(Frame frame) {
        count++;
        first = first == 0 ? frame.number : first;
        last = frame.number;
        if (looked.size() < LOOKED_AT) {
            looked.add(Records.copy(frame));
        }
    }

    long count() {
        return count;
    }

    /** The only one of its kind, in front of all others. */
    boolean isFirst() {
        return isDecided() && count == 1 && first == 1;
    }

    boolean isLast(long records) {
        return isDecided() && count == 1 && last == records && records > 1;
    }

    /** The first some of them. */
    List<Frame> looked() {
        return looked;
    }

    /** Whether all of a field's texts that were looked at are digits. */
    boolean hasDigits(FieldReader field) {
        return looked.stream().allMatch(frame -> {
            try {
                return field.text(frame).matches("[0-9]+");
            } catch (FieldException illegal) {
                return false;
            }
        });
    }

    void describedBy(List<FieldReader> described) {
        fields = List.copyOf(described);
    }

    /** Those that are legal in all that were looked at. */
    List<FieldReader> fields() {
        return fields;
    }
}
