package io.banku.feed.definition;

/** What a line that is no YAML mostly lacks: nearly always the quotes around a value that YAML reads as something else. */
final class YamlAdvice {
    private static final String INDICATORS = "*&!%@`|>[]{},#?-";

    private YamlAdvice() {}

    /**
     * Ends a message, in parentheses; or nothing.
     *
     * @param line where the fault was found, from 0
     */
    static String of(String yaml, int line) {
        String[] lines = yaml.split("\n", -1);
        if (line >= lines.length) {
            return "";
        }
        String text = lines[line];
        if (text.stripTrailing().matches("\\s*\\t.*")) {
            return " (a line is indented with blanks, not with tabs)";
        }
        int colon = text.indexOf(": ");
        String value = colon < 0 ? "" : text.substring(colon + 2).strip();
        if (value.isEmpty()) {
            return "";
        }
        if (value.charAt(0) == '\'' || value.charAt(0) == '"') {
            return " (a value that begins with a quote and goes on behind it stands in double quotes as a whole)";
        }
        if (INDICATORS.indexOf(value.charAt(0)) >= 0) {
            return " (a value that begins with " + value.charAt(0) + " stands in double quotes as a whole)";
        }
        return value.contains(": ") ? " (a value that holds ': ' stands in double quotes as a whole)" : "";
    }
}
