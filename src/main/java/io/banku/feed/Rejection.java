package io.banku.feed;

import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.feed.expression.Fields;
import io.banku.feed.expression.MappingException;
import io.banku.feed.expression.MappingFault;
import io.banku.record.DataFault;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Shown;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the {@link Reject} of a record: says all there is to say about the field, unless it is private. */
final class Rejection {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Fields fields;
    private final List<FieldReader> typeFields;

    /** Of these fields those that show nothing private in whatever record: a file may be full of unknown ones. */
    private final Set<DataItem> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param typeFields the fields that the rules' conditions look at */
    Rejection(Fields fields, Collection<FieldReader> typeFields) {
        this.fields = fields;
        this.typeFields = List.copyOf(typeFields);
        this.typeFields.stream()
                .filter(field -> !fields.mayShowPrivate(field))
                .forEach(field -> open.add(field.item()));
    }

    Reject of(Frame record, Rule rule, FieldException illegal) {
        if (illegal.code().equals(DataFault.LONGER_RECORD.code())) {
            return longer(record, rule, illegal);
        }
        boolean isPrivate = isPrivate(illegal.field(), rule);
        String reason = isPrivate ? meaning(illegal.code()) + " (private, not shown)" : illegal.getMessage();
        return reject(record, rule, illegal.code(), illegal.field(), illegal.offset(), reason);
    }

    /** What stands behind the record may be another one, with private fields. */
    private Reject longer(Frame record, Rule rule, FieldException illegal) {
        String hex = fields.hides() ? masked(record.length - illegal.offset()) : illegal.hex();
        return reject(record, rule, illegal.code(), illegal.field(), illegal.offset(), hex, illegal.getMessage());
    }

    Reject of(Frame record, Rule rule, MappingException senseless) {
        FieldReader field = senseless.field();
        return reject(record, rule, senseless.code(), field, offset(field, record), senseless.getMessage());
    }

    Reject unknownType(Frame record) {
        String found = typeFields.stream().map(field -> shown(field, record)).collect(Collectors.joining(", "));
        FieldReader only = typeFields.size() == 1 ? typeFields.get(0) : null;
        return reject(
                record,
                null,
                MappingFault.UNKNOWN_RECORD_TYPE.code(),
                only,
                offset(only, record),
                "unknown record type: expected a record that a rule of the feed matches, found " + found);
    }

    private String shown(FieldReader field, Frame record) {
        if (isPrivate(field, null)) {
            return field.name() + " (private, not shown)";
        }
        try {
            return field.name() + " '" + field.text(record).stripTrailing() + "'";
        } catch (FieldException illegal) {
            return field.name() + " that cannot be read (" + illegal.getMessage() + ")";
        }
    }

    /** Where the counts of the record cannot tell, as if all its tables were full. */
    private static int offset(FieldReader field, Frame record) {
        try {
            return field == null ? -1 : field.offset(record);
        } catch (FieldException uncounted) {
            return field.offset();
        }
    }

    private Reject reject(Frame record, Rule rule, String code, FieldReader field, int offset, String reason) {
        String hex = field == null ? null : hex(field, offset, record, rule);
        return reject(record, rule, code, field, offset, hex, reason);
    }

    private static Reject reject(
            Frame record, Rule rule, String code, FieldReader field, int offset, String hex, String reason) {
        return new Reject(
                record.number,
                record.fileOffset,
                code,
                rule == null ? null : rule.name(),
                field == null ? null : field.name(),
                offset,
                field == null ? null : picture(field.item()),
                hex,
                Shown.of(reason),
                Arrays.copyOfRange(record.bytes, record.start, record.start + record.length));
    }

    /** Without a rule nobody knows which description of its bytes is the record's. */
    private boolean isPrivate(FieldReader field, Rule rule) {
        return rule == null ? !open.contains(field.item()) && fields.mayShowPrivate(field) : fields.isPrivate(field);
    }

    private String hex(FieldReader field, int offset, Frame record, Rule rule) {
        int from = Math.min(offset, record.length);
        int to = Math.min(offset + field.item().length(), record.length);
        return isPrivate(field, rule)
                ? masked(to - from)
                : HEX.formatHex(record.bytes, record.start + from, record.start + to);
    }

    private static String masked(int bytes) {
        return "** ".repeat(bytes).strip();
    }

    private static String picture(DataItem item) {
        return item instanceof Elementary field ? field.description() : "group of " + item.length() + " bytes";
    }

    /** What a code means: a private field's message would show its bytes. */
    private static String meaning(String code) {
        return Arrays.stream(DataFault.values())
                .filter(fault -> fault.code().equals(code))
                .map(DataFault::meaning)
                .findFirst()
                .orElse("the bytes are not a legal value");
    }
}
