package io.banku.copybook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line to the compiler, {@code >>SOURCE FORMAT IS FREE} or {@code $SET SOURCEFORMAT"FREE"}, wherever the reference
 * format lets it begin, or to a library system, {@code ++INCLUDE CUSTREC} of Panvalet or {@code -INC CUSTREC} of Librarian.
 *
 * @param column where {@code text} begins, from 1
 * @param text what it says: of a condition what stands after {@code >>}, of an inclusion the member's name
 */
record Directive(Kind kind, int column, String text) {
    enum Kind {
        FREE_FORMAT,
        FIXED_FORMAT,
        /** It changes no entry: a page of the listing, for instance. */
        HARMLESS,
        /** Of conditional compilation. */
        CONDITION,
        INCLUSION,
        UNKNOWN
    }

    private static final Pattern DIRECTIVE =
            Pattern.compile("(?:.{6} |\\s*)\\s*(>>.*|\\$\\s*SET\\b.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INCLUSION = Pattern.compile(
            "(?:.{6} |\\s*)\\s*\\+\\+INCLUDE\\s+([^\\s.,]+).*|-INC\\s+([^\\s.,]+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMAT = Pattern.compile(
            "(?:>>\\s*SOURCE(?:\\s+FORMAT)?(?:\\s+IS)?|\\$\\s*SET\\s+SOURCEFORMAT\\s*\\(?)\\s*[\"']?(FREE|FIXED)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> HARMLESS = Set.of("LISTING", "PAGE");
    private static final Set<String> CONDITIONS =
            Set.of("IF", "ELSE", "END-IF", "DEFINE", "EVALUATE", "WHEN", "END-EVALUATE");

    /** Null when the line is none. */
    static Directive of(String line) {
        if (line.indexOf('>') < 0 && line.indexOf('$') < 0 && line.indexOf('+') < 0 && !line.startsWith("-")) {
            return null;
        }
        Matcher inclusion = INCLUSION.matcher(line);
        if (inclusion.matches()) {
            int group = inclusion.group(1) == null ? 2 : 1;
            return new Directive(Kind.INCLUSION, inclusion.start(group) + 1, inclusion.group(group));
        }
        Matcher directive = DIRECTIVE.matcher(line);
        return directive.matches()
                ? of(directive.start(1) + 1, directive.group(1).strip())
                : null;
    }

    private static Directive of(int column, String text) {
        Matcher format = FORMAT.matcher(text);
        if (format.matches()) {
            boolean isFree = format.group(1).equalsIgnoreCase("FREE");
            return new Directive(isFree ? Kind.FREE_FORMAT : Kind.FIXED_FORMAT, column, text);
        }
        String rest = text.substring(2).strip();
        String word = rest.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        if (text.startsWith(">>") && HARMLESS.contains(word)) {
            return new Directive(Kind.HARMLESS, column, text);
        }
        return text.startsWith(">>") && CONDITIONS.contains(word)
                ? new Directive(Kind.CONDITION, column, rest)
                : new Directive(Kind.UNKNOWN, column, text);
    }
}
