package io.banku.inspect;

/** Elements of a page. Whatever is put between them is text: nothing in it is markup, or is obeyed. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Markup of ours, as it stands. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    Html text(String any) {
        String plain = RecordText.plain(any);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(c);
            }
        }
        return this;
    }

    /** {@code <td>text</td>} */
    Html element(String tag, String any) {
        return raw("<" + tag + ">").text(any).raw("</" + tag.split(" ")[0] + ">");
    }

    /** A row of a table; the first cell is a number, which stands to the right. */
    Html row(String cell, String... texts) {
        raw("<tr>");
        for (int i = 0; i < texts.length; i++) {
            element(i == 0 || texts[i].matches("[0-9,]+ of [0-9,]+") ? cell + " class=\"n\"" : cell, texts[i]);
        }
        return raw("</tr>\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
