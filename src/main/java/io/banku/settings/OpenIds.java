package io.banku.settings;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Under which ids the API may open accounts. A pattern that begins with {@code !} keeps its ids for the mainframe, whatever
 * the others say; without others, all the rest may be opened. Immutable.
 */
public final class OpenIds {
    private static final Pattern WILD = Pattern.compile("[*?]|[^*?]+");

    private final List<Pattern> reserved;
    private final List<Pattern> open;

    private OpenIds(List<Pattern> reserved, List<Pattern> open) {
        this.reserved = reserved;
        this.open = open;
    }

    /** @throws IllegalArgumentException for a pattern without a character */
    static OpenIds of(String list) {
        List<String> patterns =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        if (patterns.contains("") || patterns.contains("!")) {
            throw new IllegalArgumentException(list);
        }
        return new OpenIds(
                patterns.stream()
                        .filter(pattern -> pattern.startsWith("!"))
                        .map(pattern -> compiled(pattern.substring(1)))
                        .toList(),
                patterns.stream()
                        .filter(pattern -> !pattern.startsWith("!"))
                        .map(OpenIds::compiled)
                        .toList());
    }

    public boolean contain(String id) {
        return (open.isEmpty() || isOneOf(open, id)) && !isOneOf(reserved, id);
    }

    private static boolean isOneOf(List<Pattern> patterns, String id) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(id).matches());
    }

    /** {@code 00?*}: two zeros, and one character more at least. */
    private static Pattern compiled(String wild) {
        return Pattern.compile(
                WILD.matcher(wild)
                        .results()
                        .map(part -> switch (part.group()) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            default -> Pattern.quote(part.group());
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
