package io.banku.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A record as lines: a ruler, the text, the two halves of each byte below each other, the fields on them, and their values. */
final class RecordText {
    private static final int WIDTH = 64;
    private static final int MARGIN = 10;
    private static final int NONE = -1;
    private static final char NO_CHARACTER = '.';

    private final RecordSight record;
    private final Paint paint;
    private final int[] fieldOf;
    private final char[] names;
    private final String prefix;
    private final StringBuilder text = new StringBuilder();

    private RecordText(RecordSight record, Paint paint) {
        this.record = record;
        this.paint = paint;
        this.fieldOf = new int[record.bytes().length];
        this.names = new char[fieldOf.length];
        this.prefix = prefix(record.fields());
        Arrays.fill(fieldOf, NONE);
        Arrays.fill(names, ' ');
        for (int i = 0; i < record.fields().size(); i++) {
            lay(i, record.fields().get(i));
        }
    }

    /** Without what all names begin with, as there is little room. */
    private void lay(int index, FieldSight field) {
        String name = field.name().startsWith(prefix) ? field.name().substring(prefix.length()) : field.name();
        for (int i = 0; i < field.length(); i++) {
            fieldOf[field.offset() + i] = index;
            names[field.offset() + i] = i == 0 ? '|' : i <= name.length() ? name.charAt(i - 1) : '-';
        }
    }

    /** {@code TX-}, where all fields begin so. */
    private static String prefix(List<FieldSight> fields) {
        List<String> beginnings = fields.stream()
                .map(FieldSight::name)
                .filter(name -> !name.startsWith("FILLER"))
                .map(name -> name.substring(0, name.indexOf('-') + 1))
                .distinct()
                .toList();
        return beginnings.size() == 1 ? beginnings.get(0) : "";
    }

    static String of(RecordSight record, Paint paint) {
        return new RecordText(record, paint).text();
    }

    private String text() {
        text.append(head(record)).append('\n');
        for (int from = 0; from < record.bytes().length; from += WIDTH) {
            line(from == 0 ? "" : "byte " + from, from, i -> ruler(i), false);
            line("text", from, i -> character(record, i), true);
            line("hex", from, i -> half(record, i, 4), true);
            line("", from, i -> half(record, i, 0), true);
            if (!record.fields().isEmpty()) {
                line("fields", from, i -> names[i], true);
            }
        }
        fields();
        return text.toString();
    }

    static String head(RecordSight record) {
        if (record.number() == RecordSight.NO_RECORD) {
            return Told.counted(record.bytes().length, "byte") + " of the file from " + Told.place(record.offset())
                    + " on, as no framing is known";
        }
        return String.format(
                Locale.ROOT,
                "record %d at byte %d (0x%X), %s%s%s%s",
                record.number(),
                record.offset(),
                record.offset(),
                Told.counted(record.bytes().length, "byte"),
                record.why().isEmpty() ? "" : ", " + record.why(),
                record.rule() == null
                        ? ""
                        : record.rule().map(name -> ", rule " + name).orElse(", no rule matches it"),
                record.fields().isEmpty() || record.isLegal() ? "" : ", which does not fit");
    }

    /** Where a tenth byte is, the last digit of its number by ten. */
    static char ruler(int at) {
        return at % 10 == 0 ? (char) ('0' + at / 10 % 10) : at % 5 == 0 ? '+' : '-';
    }

    static char character(RecordSight record, int at) {
        if (record.masked()[at]) {
            return RecordSight.MASK;
        }
        char c = record.page().character(record.bytes()[at]);
        return isShown(c) ? c : NO_CHARACTER;
    }

    static char half(RecordSight record, int at, int shift) {
        return record.masked()[at]
                ? RecordSight.MASK
                : Character.toUpperCase(Character.forDigit(record.bytes()[at] >> shift & 0xF, 16));
    }

    /** One column wide, and nothing that a terminal obeys. */
    private static boolean isShown(char c) {
        return c >= ' ' && c < 0x7F || c > 0xA0 && c < 0x250 && c != 0xAD || c >= 0x370 && c < 0x483 || c == '€';
    }

    private void line(String name, int from, IntFunction<Character> characters, boolean isPainted) {
        text.append(String.format(Locale.ROOT, "%-" + MARGIN + "s", name));
        int to = Math.min(record.bytes().length, from + WIDTH);
        int start = from;
        while (start < to) {
            int end = start;
            StringBuilder part = new StringBuilder();
            while (end < to && (!isPainted || fieldOf[end] == fieldOf[start])) {
                part.append(characters.apply(end++).charValue());
            }
            text.append(isPainted ? paint.of(part(fieldOf[start]), part.toString()) : part);
            start = end;
        }
        text.append('\n');
    }

    private Paint.Part part(int field) {
        if (field == NONE) {
            return Paint.Part.NO_FIELD;
        }
        return !record.fields().get(field).isLegal()
                ? Paint.Part.WRONG
                : field % 2 == 0 ? Paint.Part.EVEN_FIELD : Paint.Part.ODD_FIELD;
    }

    private void fields() {
        if (record.fields().isEmpty()) {
            return;
        }
        text.append(String.format(Locale.ROOT, "%6s  %-24s %-28s %s%n", "byte", "field", "type", "value"));
        int end = 0;
        for (int i = 0; i < record.fields().size(); i++) {
            FieldSight field = record.fields().get(i);
            String value = field.isLegal() ? plain(field.value()) : "? " + field.fault();
            text.append(String.format(
                    Locale.ROOT,
                    "%6d  %s %-28s %s%n",
                    field.offset(),
                    paint.of(part(i), String.format(Locale.ROOT, "%-24s", field.name())),
                    field.type(),
                    value));
            end = Math.max(end, field.offset() + field.length());
        }
        if (end < record.bytes().length) {
            text.append(String.format(
                    Locale.ROOT,
                    "%6d  %s that no field describes%n",
                    end,
                    Told.counted(record.bytes().length - end, "byte")));
        }
    }

    /** Without what a terminal would obey. */
    static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        value.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '.' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
