package io.banku.record;

/** Do a file's first bytes look like lines of text? */
final class LikelyLines {
    private static final int ENOUGH = 3;
    private static final int IN_A_HUNDRED = 98;

    private LikelyLines() {}

    /** Some line ends, and beside them nearly nothing but characters that can be printed. */
    static boolean fit(Head head, CodePage codePage) {
        LineEnd lineEnd = LineEnd.of("any", codePage);
        int ends = 0;
        int printable = 0;
        for (byte b : head.bytes()) {
            if (lineEnd.isLast(b)) {
                ends++;
            } else if (isPrintable(codePage.character(b)) || b == 0x0D) {
                printable++;
            }
        }
        long all = head.bytes().length;
        return ends >= ENOUGH && 100L * (ends + printable) >= IN_A_HUNDRED * all;
    }

    /** The line end that stands behind every record of that length, in hex; empty where none does. */
    static String endOfWidth(Head head, int width) {
        LineEnd lineEnd = LineEnd.anywhere();
        byte[] bytes = head.bytes();
        String end = "";
        int records = 0;
        for (int at = head.margins().first() + width; width > 0 && at < bytes.length; records++) {
            int size = lineEnd.sizeAt(bytes, at, bytes.length);
            if (size == 0) {
                return "";
            }
            end = Hex.of(bytes, at, at + size);
            at += size + width;
        }
        return records >= ENOUGH ? end : "";
    }

    private static boolean isPrintable(char c) {
        return c == '\t' || c >= ' ' && c < 0x7F || c >= 0xA0 && c != '\uFFFD';
    }
}
