package io.banku.inspect;

import io.banku.copybook.ConditionName;
import io.banku.copybook.DataItem;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Literal;
import io.banku.record.CodePage;
import io.banku.record.FieldReader;
import io.banku.record.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The first field of every record that has several level-88 names: these say of what types the records are. Where no record has
 * a value that is named, the copybook is that of another file. Immutable.
 *
 * @param names what it is called in each record description
 */
record TypeField(Set<String> names, List<ConditionName> values, CodePage page) {
    private static final int FEWEST_NAMES = 2;

    /** Empty where no field of all records has several names for its values. */
    static Optional<TypeField> of(Layout layout, CodePage page) {
        List<List<DataItem>> all =
                layout.roots().stream().map(TypeField::steady).toList();
        for (DataItem each : all.get(0)) {
            List<DataItem> same = all.stream()
                    .flatMap(List::stream)
                    .filter(other -> other.offset() == each.offset() && other.length() == each.length())
                    .toList();
            List<ConditionName> values =
                    same.stream().flatMap(other -> other.conditions().stream()).toList();
            if (same.size() == all.size() && values.size() >= FEWEST_NAMES) {
                Set<String> names = new LinkedHashSet<>();
                same.forEach(other -> names.add(other.name()));
                return Optional.of(new TypeField(names, values, page));
            }
        }
        return Optional.empty();
    }

    /** The fields of a record description that have no other description, and are in no table. */
    private static List<DataItem> steady(DataItem item) {
        List<DataItem> fields = new ArrayList<>();
        if (item instanceof Group group && !item.isTable()) {
            for (DataItem each : group.items()) {
                boolean isRedefined = group.items().stream()
                        .anyMatch(other ->
                                other.redefines() != null && other.redefines().equals(each.name()));
                if (each.redefines() == null && !isRedefined) {
                    fields.addAll(steady(each));
                }
            }
        } else if (!item.isTable() && !item.isFiller()) {
            fields.add(item);
        }
        return fields;
    }

    /** What stands there in a record, by its description; empty where the record has no legal value of it. */
    private Optional<FieldFit> in(Fit.OfRecord record) {
        return record.fields().stream()
                .filter(each -> names.contains(each.reader().name()) && each.text() != null)
                .findFirst();
    }

    /** Blanks, zeros or low values say nothing of a type. */
    private static boolean isSet(String text) {
        return text.chars().anyMatch(c -> c > ' ' && c != '0');
    }

    /** How many records have a value that is named, and one that is not; where it is not set it counts for neither. */
    Named count(List<Fit.OfRecord> records) {
        FieldReader reader = null;
        int named = 0;
        Map<String, Integer> others = new TreeMap<>();
        for (Fit.OfRecord each : records) {
            Optional<FieldFit> found = in(each);
            reader = found.map(FieldFit::reader).orElse(reader);
            String text = found.map(FieldFit::text).orElse("");
            if (isNamed(text)) {
                named++;
            } else if (isSet(text)) {
                others.merge(text, 1, Integer::sum);
            }
        }
        return new Named(reader, named, others);
    }

    /**
     * @param reader of the field; null where no record has it
     * @param others values without a name, and how many records have each
     */
    record Named(FieldReader reader, int named, Map<String, Integer> others) {
        private static final int TOLD = 3;

        private int unnamed() {
            return others.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Whether no record has a value with a name: other ones, or none at all. */
        boolean areNone() {
            return named == 0 && (reader == null || !others.isEmpty());
        }

        /**
         * Empty where most have one.
         *
         * @param isMasked whether only the shapes of values are to be shown: in the field of another file anything may stand
         */
        Optional<String> told(boolean isMasked) {
            if (unnamed() <= named) {
                return Optional.empty();
            }
            Map<String, Integer> shown = new TreeMap<>();
            others.forEach((value, count) -> shown.merge(isMasked ? Masked.shape(value) : value, count, Integer::sum));
            String values = shown.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                    .limit(TOLD)
                    .map(each -> "'" + Shown.of(each.getKey()) + "'" + " (" + Told.number(each.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            return Optional.of(reader.name() + " has level-88 names for its values, and "
                    + (named == 0
                            ? "no record that was looked at has one of them"
                            : "of the records that were looked at " + Told.number(named) + " have one of them and "
                                    + Told.number(unnamed()) + " another")
                    + (isMasked ? ": they have the shape " : ": found are ") + values
                    + (shown.size() > TOLD ? ", …" : "")
                    + ". Is this the copybook of another file, or of another version of it?");
        }
    }

    private boolean isNamed(String text) {
        return values.stream()
                .flatMap(each -> each.values().stream())
                .anyMatch(each -> isIn(text, each.from(), each.to()));
    }

    private boolean isIn(String text, Literal from, Literal to) {
        if (from.kind() == Literal.Kind.NUMBER || from.kind() == Literal.Kind.ZEROS) {
            try {
                BigDecimal value = new BigDecimal(text.strip());
                return value.compareTo(number(from)) >= 0 && value.compareTo(number(to)) <= 0;
            } catch (NumberFormatException none) {
                return false;
            }
        }
        try {
            byte[] value = page.encode(text);
            byte[] least = bytes(from, value.length);
            byte[] greatest = bytes(to, value.length);
            return least.length == value.length
                    && Arrays.compareUnsigned(value, least) >= 0
                    && Arrays.compareUnsigned(value, greatest) <= 0;
        } catch (IllegalArgumentException ofAnotherPage) {
            return false;
        }
    }

    private static BigDecimal number(Literal literal) {
        return literal.kind() == Literal.Kind.NUMBER ? new BigDecimal(literal.text()) : BigDecimal.ZERO;
    }

    private byte[] bytes(Literal literal, int length) {
        return switch (literal.kind()) {
            case TEXT, NUMBER -> filled(page.encode(literal.text()), length, page.blank());
            case HEX -> filled(HexFormat.of().parseHex(literal.text()), length, page.blank());
            case ALL -> repeated(page.encode(literal.text()), length);
            case ALL_HEX -> repeated(HexFormat.of().parseHex(literal.text()), length);
            case ZEROS -> repeated(page.encode("0"), length);
            case SPACES -> repeated(new byte[] {page.blank()}, length);
            case LOW_VALUES -> new byte[length];
            case HIGH_VALUES -> repeated(new byte[] {(byte) 0xFF}, length);
            case QUOTES -> repeated(page.encode("\""), length);
        };
    }

    /** As long as the field; longer where the field cannot hold it. */
    private static byte[] filled(byte[] bytes, int length, byte blank) {
        byte[] filled = Arrays.copyOf(bytes, Math.max(bytes.length, length));
        Arrays.fill(filled, bytes.length, filled.length, blank);
        return filled;
    }

    private static byte[] repeated(byte[] bytes, int length) {
        byte[] repeated = new byte[length];
        for (int i = 0; i < length; i++) {
            repeated[i] = bytes[i % bytes.length];
        }
        return repeated;
    }
}
