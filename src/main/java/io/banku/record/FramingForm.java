package io.banku.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A framing as people write it: {@code rdw}, or with options {@code {rdw: {endian: little, inclusive: false}}}. Immutable.
 *
 * @param options in the order in which they were written
 */
public record FramingForm(String name, Map<String, String> options) {
    private static final Pattern WITH_OPTIONS = Pattern.compile("\\{\\s*([A-Za-z-]+)\\s*:\\s*\\{(.*)}\\s*}");
    private static final Pattern OPTION = Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*('[^']*'|[^,'\\s][^,']*?)\\s*");

    public FramingForm {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    static FramingForm of(String name) {
        return new FramingForm(name, Map.of());
    }

    /**
     * From one line, as a flow mapping of YAML: that of {@code feed.yaml} on a command line.
     *
     * @throws IllegalArgumentException when it is neither a word nor such a mapping
     */
    public static FramingForm parse(String text) {
        String stripped = text.strip();
        if (stripped.matches("[A-Za-z-]+")) {
            return of(stripped);
        }
        Matcher form = WITH_OPTIONS.matcher(stripped);
        if (!form.matches()) {
            throw malformed(text);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : parts(form.group(2))) {
            Matcher option = OPTION.matcher(part);
            if (!option.matches()) {
                throw malformed(text);
            }
            String value = option.group(2);
            if (options.put(option.group(1), value.replaceAll("^'|'$", "")) != null) {
                throw new IllegalArgumentException("the option '" + option.group(1) + "' is given twice in " + text);
            }
        }
        return new FramingForm(form.group(1), options);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "expected a framing such as rdw or {rdw: {endian: little, inclusive: false}}, found " + text);
    }

    /** What stands between commas that are in no quotes. */
    private static List<String> parts(String options) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int from = 0;
        for (int i = 0; i < options.length(); i++) {
            isQuoted ^= options.charAt(i) == '\'';
            if (options.charAt(i) == ',' && !isQuoted) {
                parts.add(options.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(options.substring(from));
        return parts.size() == 1 && parts.get(0).isBlank() ? List.of() : parts;
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** With one option more, unless it says what would hold without it. */
    FramingForm with(String option, String value, String otherwise) {
        Map<String, String> more = new LinkedHashMap<>(options);
        if (!value.equals(otherwise)) {
            more.put(option, value);
        }
        return new FramingForm(name, more);
    }

    FramingForm without(String... left) {
        Map<String, String> fewer = new LinkedHashMap<>(options);
        fewer.keySet().removeAll(List.of(left));
        return new FramingForm(name, fewer);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return options.isEmpty()
                ? name
                : options.entrySet().stream()
                        .map(option -> option.getKey() + ": " + quoted(option.getValue()))
                        .collect(Collectors.joining(", ", "{" + name + ": {", "}}"));
    }

    private static String quoted(String value) {
        return value.contains(",") || value.contains("}") ? "'" + value + "'" : value;
    }
}
