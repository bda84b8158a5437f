package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Layout;
import io.banku.record.RecordLength.ByType.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code HD=20 DT=DETAIL-REC} → a length for each type: a number, or where an item of the copybook ends. */
final class TypeLengths {
    private final Layout layout;
    private final CodePage codePage;
    private final Optional<FieldReader> field;

    TypeLengths(Layout layout, CodePage codePage, Optional<FieldReader> field) {
        this.layout = layout;
        this.codePage = codePage;
        this.field = field;
    }

    /** @throws IllegalArgumentException at the first one that is no type with a length */
    List<Type> of(String text) {
        List<Type> types = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
                throw new IllegalArgumentException("expected TYPE=LENGTH for each type, found '" + part + "'");
            }
            if (types.stream().anyMatch(type -> type.name().equals(sides[0]))) {
                throw new IllegalArgumentException("the type " + sides[0] + " is given twice");
            }
            types.add(new Type(sides[0], bytes(sides[0]), length(sides[1])));
        }
        return types;
    }

    private byte[] bytes(String type) {
        int width = field.map(known -> known.item().length()).orElse(type.length());
        if (type.length() > width) {
            throw new IllegalArgumentException(
                    "expected types of at most " + width + " characters, found '" + type + "'");
        }
        byte[] bytes = Arrays.copyOf(codePage.encode(type), width);
        Arrays.fill(bytes, type.length(), width, codePage.blank());
        return bytes;
    }

    private int length(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int length = Integer.parseInt(text);
            int least =
                    field.map(known -> known.offset() + known.item().length()).orElse(1);
            if (length < least) {
                throw new IllegalArgumentException(
                        "expected a length of at least the " + least + " bytes up to the type, found " + text);
            }
            return length;
        }
        DataItem item = RecordDecoder.of(layout, codePage).field(text).item();
        return item.offset() + item.totalLength();
    }
}
