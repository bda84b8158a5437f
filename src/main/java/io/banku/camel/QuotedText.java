package io.banku.camel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Header values of parts, some of which may be quoted strings (RFC 9110, 5.6): a separator in one of these is none. */
final class QuotedText {
    private QuotedText() {}

    /** The values of a header that may come in several lines, which then are one list. @param header a text, several, null */
    static String joined(Object header) {
        if (header instanceof Collection<?> lines) {
            return lines.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        return header == null ? "" : header.toString();
    }

    /** The parts without the blanks around them; empty ones are left out. */
    static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                add(parts, text.substring(begin, i));
                begin = i + 1;
            }
        }
        add(parts, text.substring(begin));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        String stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }

    /** {@code "a\"b"} is a"b; text that is not in quotes is itself. */
    static String unquoted(String text) {
        boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }
}
