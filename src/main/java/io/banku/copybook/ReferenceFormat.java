package io.banku.copybook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where on a line the code stands. FIXED: columns 8 to 72, after a sequence area (1 to 6) and an indicator (7). FREE:
 * anywhere.
 */
enum ReferenceFormat {
    FIXED,
    FREE;

    static final int INDICATOR_COLUMN = 7;
    static final int LAST_CODE_COLUMN = 72;
    static final String INDICATORS = " */Dd-";

    /** A sequence area that reads like the beginning of an entry: {@code "   05 "}, {@code "01  TX"}. */
    private static final Pattern LEVEL_NUMBER = Pattern.compile("\\s*\\d{1,2}(\\s.*)?");

    private static final Pattern BEGINS_WITH_LEVEL = Pattern.compile("\\s*\\d{1,2}\\s.*");

    /** What most of the lines speak for; lines that are blank up to column 7 fit both and do not count. */
    static ReferenceFormat of(List<String> lines) {
        long free = lines.stream().filter(ReferenceFormat::isFree).count();
        long fixed = lines.stream().filter(ReferenceFormat::isFixed).count();
        return free > 0 && free >= fixed ? FREE : FIXED;
    }

    /** A star first on the line is a comment in both formats. */
    static boolean isComment(String line) {
        return line.stripLeading().startsWith("*");
    }

    private static boolean isFree(String line) {
        return speaks(line) && !fits(line);
    }

    private static boolean isFixed(String line) {
        return speaks(line) && fits(line);
    }

    private static boolean speaks(String line) {
        return !isComment(line)
                && Directive.of(line) == null
                && !line.substring(0, Math.min(INDICATOR_COLUMN, line.length())).isBlank();
    }

    /** Whether it reads as a line of the fixed format. */
    static boolean fits(String line) {
        if (line.length() < INDICATOR_COLUMN) {
            return line.strip().length() == INDICATOR_COLUMN - 1 && !line.endsWith(".");
        }
        String sequence = line.substring(0, INDICATOR_COLUMN - 1);
        boolean beginsEntry = LEVEL_NUMBER.matcher(sequence).matches()
                && !BEGINS_WITH_LEVEL.matcher(line.substring(INDICATOR_COLUMN)).matches();
        return INDICATORS.indexOf(line.charAt(INDICATOR_COLUMN - 1)) >= 0 && !beginsEntry;
    }
}
