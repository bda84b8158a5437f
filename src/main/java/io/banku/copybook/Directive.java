package io.banku.copybook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line to the compiler, {@code >>SOURCE FORMAT IS FREE} or {@code $SET SOURCEFORMAT"FREE"}, wherever the reference format
 * lets it begin.
 *
 * @param column where it begins, from 1
 * @param format how the lines after it are to be read; null where it is about something else
 * @param isHarmless whether it changes no entry: a page of the listing, for instance
 */
record Directive(int column, String text, ReferenceFormat format, boolean isHarmless) {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?:.{6} |\\s*)\\s*(>>.*|\\$\\s*SET\\b.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMAT = Pattern.compile(
            "(?:>>\\s*SOURCE(?:\\s+FORMAT)?(?:\\s+IS)?|\\$\\s*SET\\s+SOURCEFORMAT\\s*\\(?)\\s*[\"']?(FREE|FIXED)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> HARMLESS = Set.of("LISTING", "PAGE");

    /** Null when the line is none. */
    static Directive of(String line) {
        if (line.indexOf('>') < 0 && line.indexOf('$') < 0) {
            return null;
        }
        Matcher directive = DIRECTIVE.matcher(line);
        if (!directive.matches()) {
            return null;
        }
        String text = directive.group(1).strip();
        Matcher format = FORMAT.matcher(text);
        if (format.matches()) {
            ReferenceFormat next = ReferenceFormat.valueOf(format.group(1).toUpperCase(Locale.ROOT));
            return new Directive(directive.start(1) + 1, text, next, true);
        }
        String word = text.substring(2).strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        return new Directive(directive.start(1) + 1, text, null, text.startsWith(">>") && HARMLESS.contains(word));
    }
}
