package io.banku.copybook;

import static io.banku.copybook.ReferenceFormat.INDICATOR_COLUMN;
import static io.banku.copybook.ReferenceFormat.LAST_CODE_COLUMN;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The code of a copybook as one string: without comments, sequence numbers and what stands beyond column 72, with
 * continued lines joined. Knows line and column of every character.
 */
final class SourceText {
    private static final Pattern PICTURE_IS_DUE =
            Pattern.compile("(?<![\\w-])PIC(?:TURE)?(?:\\s+IS)?\\s*$", Pattern.CASE_INSENSITIVE);

    private record Piece(int line, int column) {}

    private final String file;
    private final StringBuilder code = new StringBuilder();
    private final TreeMap<Integer, Piece> pieces = new TreeMap<>();
    private final Set<Integer> cut = new HashSet<>();

    /** The quote of a literal that is still open where the code ends, or 0. */
    private char openQuote;

    /** Column after the last character of code: an open literal goes on to column 72. */
    private int nextColumn;

    SourceText(String file) {
        this.file = file;
        pieces.put(0, new Piece(1, 1));
    }

    String code() {
        return code.toString();
    }

    Place place(int index) {
        Map.Entry<Integer, Piece> piece = pieces.floorEntry(index);
        return new Place(file, piece.getValue().line(), piece.getValue().column() + index - piece.getKey());
    }

    /** Whether a line has text beyond column 72, which is no code. */
    boolean isCut(int line) {
        return cut.contains(line);
    }

    void cutOff(int line) {
        cut.add(line);
    }

    /** Whether what comes next is the character-string of a PICTURE clause. */
    boolean isPictureDue() {
        return PICTURE_IS_DUE
                .matcher(code.substring(Math.max(0, code.length() - LAST_CODE_COLUMN)))
                .find();
    }

    void begin(int line, int column) {
        code.append('\n');
        openQuote = 0;
        mark(line, column);
    }

    void mark(int line, int column) {
        pieces.put(code.length(), new Piece(line, column));
        nextColumn = column;
    }

    /**
     * A hyphen in column 7: the word or literal of the line before goes on. A literal that is closed there does not,
     * unless its last quote stands in column 72 and two of them begin this line: then these are one character of it.
     */
    void carryOn(String area, int line) {
        int skip = area.length() - area.stripLeading().length();
        char first = skip < area.length() ? area.charAt(skip) : ' ';
        boolean isQuote = first == '\'' || first == '"';
        if (openQuote != 0) {
            code.append(" ".repeat(Math.max(0, LAST_CODE_COLUMN + 1 - nextColumn)));
            skip += first == openQuote ? 1 : 0;
        } else if (isQuote && endsInLastColumn(first) && area.startsWith("" + first + first, skip)) {
            openQuote = first;
            skip += 2;
            code.append(first);
        } else if (isQuote && endsWithLiteral()) {
            code.append(' ');
        } else {
            code.setLength(endOfCode());
            pieces.tailMap(code.length(), false).clear();
        }
        mark(line, INDICATOR_COLUMN + 1 + skip);
        append(area.substring(skip));
    }

    private boolean endsInLastColumn(char quote) {
        return nextColumn > LAST_CODE_COLUMN && code.charAt(code.length() - 1) == quote;
    }

    private boolean endsWithLiteral() {
        int end = endOfCode();
        return end > 0 && (code.charAt(end - 1) == '\'' || code.charAt(end - 1) == '"');
    }

    /** Without the blanks at its end. */
    private int endOfCode() {
        int end = code.length();
        while (end > 0 && Character.isWhitespace(code.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    void append(String text) {
        int i = 0;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (openQuote == 0 && text.startsWith("*>", i)) {
                break;
            }
            if (openQuote == 0 && (c == '\'' || c == '"')) {
                openQuote = c;
            } else if (c == openQuote) {
                openQuote = 0;
            }
        }
        code.append(text, 0, i);
        nextColumn += i;
    }
}
