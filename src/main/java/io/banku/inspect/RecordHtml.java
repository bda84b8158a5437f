package io.banku.inspect;

import java.util.Arrays;
import java.util.function.IntFunction;

/** A record as a part of a page: the lines of {@link RecordText} with the fields in colours, and a table of their values. */
final class RecordHtml {
    private static final int WIDTH = 64;
    private static final int MARGIN = 10;
    private static final int MOST = 4096;
    private static final int NONE = -1;

    private final RecordSight record;
    private final Html page;
    private final int[] fieldOf;

    private RecordHtml(RecordSight record, Html page) {
        this.record = record;
        this.page = page;
        this.fieldOf = new int[record.bytes().length];
        Arrays.fill(fieldOf, NONE);
        for (int i = 0; i < record.fields().size(); i++) {
            FieldSight field = record.fields().get(i);
            Arrays.fill(fieldOf, field.offset(), field.offset() + field.length(), i);
        }
    }

    static void write(RecordSight record, Html page) {
        new RecordHtml(record, page).write();
    }

    private void write() {
        page.raw("<section>\n").element("h3", RecordText.head(record)).raw("\n<pre>");
        int most = Math.min(MOST, fieldOf.length);
        for (int from = 0; from < most; from += WIDTH) {
            int to = Math.min(most, from + WIDTH);
            line(from == 0 ? "" : "byte " + from, from, to, RecordText::ruler, NONE);
            line("text", from, to, at -> RecordText.character(record, at), 0);
            line("hex", from, to, at -> RecordText.half(record, at, 4), 0);
            line("", from, to, at -> RecordText.half(record, at, 0), 0);
        }
        page.raw("</pre>\n");
        if (most < fieldOf.length) {
            page.element("p class=\"note\"", "The first " + Told.number(MOST) + " bytes of it are shown.");
        }
        if (!record.fields().isEmpty()) {
            fields();
        }
        page.raw("</section>\n");
    }

    private void line(String name, int from, int to, IntFunction<Character> characters, int coloured) {
        page.text(name).raw(" ".repeat(MARGIN - name.length()));
        int start = from;
        while (start < to) {
            StringBuilder part = new StringBuilder();
            int end = start;
            while (end < to && (coloured == NONE || fieldOf[end] == fieldOf[start])) {
                part.append(characters.apply(end++).charValue());
            }
            if (coloured == NONE) {
                page.text(part.toString());
            } else {
                page.raw("<span class=\"" + colour(fieldOf[start]) + "\" title=\"")
                        .text(title(fieldOf[start]))
                        .raw("\">")
                        .text(part.toString())
                        .raw("</span>");
            }
            start = end;
        }
        page.raw("\n");
    }

    private String colour(int field) {
        if (field == NONE) {
            return "none";
        }
        return !record.fields().get(field).isLegal() ? "wrong" : field % 2 == 0 ? "even" : "odd";
    }

    private String title(int field) {
        if (field == NONE) {
            return "no field";
        }
        FieldSight sight = record.fields().get(field);
        return sight.name() + ", byte " + sight.offset() + ", " + sight.type();
    }

    private void fields() {
        page.raw("<table>\n").row("th", "byte", "field", "type", "value");
        for (int i = 0; i < record.fields().size(); i++) {
            FieldSight field = record.fields().get(i);
            page.raw("<tr>")
                    .element("td class=\"n\"", String.valueOf(field.offset()))
                    .element("td class=\"" + colour(i) + "\"", field.name())
                    .element("td", field.type())
                    .element(
                            field.isLegal() ? "td" : "td class=\"fault\"",
                            field.isLegal() ? field.value() : field.fault())
                    .raw("</tr>\n");
        }
        page.raw("</table>\n");
    }
}
