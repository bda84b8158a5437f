package io.banku.copybook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a copybook → its lines. Where all line ends were lost, it is cut into cards of 80 columns. */
final class Cards {
    static final int COLUMNS = 80;

    /** NEL ends the lines of text that came from EBCDIC; what Java's own lines() knows besides are CR and LF. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\u0085]");

    private Cards() {}

    static List<String> of(String text) {
        List<String> lines = lines(text.replace("\u001A", ""));
        int last = lines.size() - 1;
        boolean isOne = lines.size() == 1 || lines.size() == 2 && lines.get(1).isBlank();
        if (!isOne || lines.get(0).length() <= COLUMNS) {
            return lines.get(last).isEmpty() ? lines.subList(0, last) : lines;
        }
        List<String> cards = cut(lines.get(0));
        return cards.stream().allMatch(Cards::isCard) ? cards : List.of(lines.get(0));
    }

    /** At least one; the last one has no line end. */
    static List<String> lines(String text) {
        return List.of(LINE_END.split(text, -1));
    }

    private static List<String> cut(String line) {
        List<String> cards = new ArrayList<>();
        for (int at = 0; at < line.length(); at += COLUMNS) {
            cards.add(line.substring(at, Math.min(line.length(), at + COLUMNS)));
        }
        return cards;
    }

    /** Blank lines, and lines of the fixed format. */
    private static boolean isCard(String line) {
        return line.isBlank() || ReferenceFormat.fits(line);
    }
}
