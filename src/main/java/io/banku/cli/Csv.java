package io.banku.cli;

import java.util.List;

/** CSV of RFC 4180. A text that a spreadsheet would take for a formula has an apostrophe before it. */
final class Csv {
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** A row with its end, of cells that are as they are to be written. */
    static String line(List<String> cells) {
        return String.join(",", cells) + END;
    }

    /** {@code 5" disk, blue} becomes {@code "5"" disk, blue"}, {@code =A1} becomes {@code '=A1}. */
    static String cell(String text) {
        String begin = text.stripLeading(); // some spreadsheets look there
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';')
                && safe.equals(safe.strip());
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
