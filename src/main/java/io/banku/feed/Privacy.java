package io.banku.feed;

import io.banku.copybook.DataItem;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.Use;
import io.banku.record.FieldReader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which bytes of a record are private, where several kinds of record share them: {@link Feed#isPrivate} says it of fields
 * alone. Immutable, shared by threads.
 */
public final class Privacy {
    private final Fields fields;
    private final Mapping mapping;

    Privacy(Fields fields, Mapping mapping) {
        this.fields = fields;
        this.mapping = mapping;
    }

    /** Whether all bytes of a field are private, by its own name and not by what else may lie there. */
    public boolean isPrivateItself(FieldReader field) {
        return fields.isPrivateItself(field);
    }

    /** Whether two fields have bytes in common, in some record. */
    public boolean shareBytes(FieldReader one, FieldReader other) {
        return fields.shareBytes(one, other);
    }

    /** From which items a rule makes its events: these are known to be its records'. */
    public Set<DataItem> readBy(String rule) {
        return mapping.uses().of(rule).stream()
                .map(Use::field)
                .filter(field -> !isPlace(field))
                .map(FieldReader::item)
                .collect(Collectors.toSet());
    }

    /** It is hidden for what it may hold: to read it says nothing of what that is. */
    private boolean isPlace(FieldReader field) {
        return fields.isPrivate(field) && !fields.isPrivateItself(field);
    }
}
