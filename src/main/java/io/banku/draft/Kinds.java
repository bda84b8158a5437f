package io.banku.draft;

import io.banku.copybook.ConditionName;
import io.banku.copybook.DataItem;
import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Usage;
import io.banku.record.Condition;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.RecordDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of records of a sample, by the level-88 names of one field, or by its values. */
final class Kinds {
    /** A field with more values than that tells no type. */
    private static final int MOST = 20;

    private static final int WIDEST = 4;
    private static final double NEARLY_ALL = 0.9;

    private final RecordDecoder decoder;
    private final Records records;
    private final List<Elementary> fields = new ArrayList<>();

    private Kinds(Layout layout, RecordDecoder decoder, Records records) {
        this.decoder = decoder;
        this.records = records;
        layout.roots().forEach(this::collect);
    }

    /**
     * @param typeAt where the bytes lie that tell a record's type, as they look; -1 where nothing does
     * @param whole the name of what the records are where all are of one kind
     */
    static List<Kind> of(Layout layout, RecordDecoder decoder, Records records, int typeAt, String whole)
            throws IOException {
        Kinds kinds = new Kinds(layout, decoder, records);
        List<Kind> found = kinds.byConditions();
        found = found.isEmpty() ? kinds.byValues(typeAt) : found;
        return found.isEmpty() ? kinds.met(List.of(new Kind(rule(whole), "", whole, frame -> true))) : found;
    }

    private void collect(DataItem item) {
        if (item.isTable()) {
            return;
        }
        if (item instanceof Group group) {
            group.items().forEach(this::collect);
        } else if (!item.isFiller() && isReadable(item.name())) {
            fields.add((Elementary) item);
        }
    }

    /** A name that several items have would need a qualification. */
    private boolean isReadable(String name) {
        try {
            decoder.field(name);
            return true;
        } catch (IllegalArgumentException ambiguous) {
            return false;
        }
    }

    /** Of the bytes that have level-88 names, in whatever description of a record, those whose names tell most records apart. */
    private List<Kind> byConditions() throws IOException {
        Map<String, List<Kind>> byPlace = new LinkedHashMap<>();
        for (Elementary field : fields) {
            for (ConditionName each : field.conditions()) {
                Condition condition = decoder.condition(each.name());
                byPlace.computeIfAbsent(field.offset() + "+" + field.length(), place -> new ArrayList<>())
                        .add(new Kind(rule(each.name()), each.name(), each.name(), frame -> holds(condition, frame)));
            }
        }
        List<Kind> best = List.of();
        for (List<Kind> kinds : byPlace.values()) {
            List<Kind> met = kinds.size() > 1 ? met(kinds) : List.<Kind>of();
            best = matched(met) > matched(best) ? met : best;
        }
        return best;
    }

    private static boolean holds(Condition condition, Frame frame) {
        try {
            return condition.test(frame);
        } catch (FieldException illegal) {
            return false;
        }
    }

    /** Empty where they leave too many records over. */
    private List<Kind> met(List<Kind> kinds) throws IOException {
        long[] all = new long[1];
        records.each(frame -> {
            all[0]++;
            kinds.stream().filter(kind -> kind.matches(frame)).findFirst().ifPresent(kind -> kind.add(frame));
        });
        return matched(kinds) < NEARLY_ALL * all[0] ? List.of() : kinds;
    }

    private static long matched(List<Kind> kinds) {
        return kinds.stream().mapToLong(Kind::count).sum();
    }

    /** Of the field at these bytes; where none look like a type, of the first that is called one. */
    private List<Kind> byValues(int typeAt) throws IOException {
        for (Elementary field : fields) {
            boolean isThere = field.offset() <= typeAt && typeAt < field.offset() + field.length();
            boolean isCalledSo = typeAt < 0 && Words.KIND.in(field.name());
            if ((isThere || isCalledSo)
                    && field.length() <= WIDEST
                    && field.usage() == Usage.DISPLAY
                    && !field.isNumeric()) {
                return byValues(decoder.field(field.name()));
            }
        }
        return List.of();
    }

    private List<Kind> byValues(FieldReader field) throws IOException {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        boolean[] tooMany = new boolean[1];
        records.each(frame -> {
            String text = text(field, frame);
            if (kinds.size() < MOST || kinds.containsKey(text)) {
                kinds.computeIfAbsent(text, value -> ofValue(field, value, frame))
                        .add(frame);
            } else {
                tooMany[0] = true;
            }
        });
        return tooMany[0] || kinds.size() < 2 ? List.of() : List.copyOf(kinds.values());
    }

    /** A condition compares characters: a value that has none needs a name in the copybook. */
    private static Kind ofValue(FieldReader field, String value, Frame frame) {
        Kind.Test test = each -> text(field, each).equals(value);
        if (!value.chars().allMatch(Kinds::isPrintable)) {
            String hex = hex(field, frame);
            return Kind.undecided(
                    "type-x" + hex.toLowerCase(Locale.ROOT),
                    field.name() + " is X'" + hex
                            + "', which is no text: name the value in the copybook (88 IS-… VALUE X'" + hex
                            + "'), and write 'when: IS-…'; or is this field no type?",
                    test);
        }
        String name = value.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        boolean isName = name.matches("[a-z0-9]+(-[a-z0-9]+)*");
        return new Kind(
                "type-" + (isName ? name : "x" + hex(field, frame).toLowerCase(Locale.ROOT)),
                field.name() + " = '" + value.replace("'", "''").stripTrailing() + "'",
                "",
                test);
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && !Character.isISOControl(c) && c != 0xFFFD && Character.isDefined(c);
    }

    private static String hex(FieldReader field, Frame frame) {
        try {
            Frame whole = field.whole(frame);
            int from = whole.start + field.offset(frame);
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(whole.bytes, from, from + field.item().length());
        } catch (FieldException illegal) {
            return "";
        }
    }

    private static String text(FieldReader field, Frame frame) {
        try {
            return field.text(frame);
        } catch (FieldException illegal) {
            return "";
        }
    }

    /** {@code TX-IS-DEPOSIT} becomes {@code deposit}. */
    private static String rule(String name) {
        String[] words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "").split("-");
        int from = 0;
        for (int i = 0; i < words.length - 1; i++) {
            from = words[i].equals("is") || i == 0 ? i + 1 : from;
        }
        return String.join("-", List.of(words).subList(from, words.length));
    }

    /** Each name once. */
    static Map<Kind, String> named(List<Kind> kinds) {
        Map<Kind, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> times = new TreeMap<>();
        for (Kind kind : kinds) {
            String name = kind.name.isEmpty() ? "record" : kind.name;
            names.put(kind, taken.add(name) ? name : name + "-" + times.merge(name, 2, (one, more) -> one + 1));
        }
        return names;
    }
}
