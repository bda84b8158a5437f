package io.banku.copybook;

import static io.banku.copybook.ReferenceFormat.FIXED;
import static io.banku.copybook.ReferenceFormat.INDICATOR_COLUMN;
import static io.banku.copybook.ReferenceFormat.LAST_CODE_COLUMN;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The code of a copybook as one string: without comments, sequence numbers and what stands beyond column 72, with
 * continued lines joined. Knows line and column of every character; tabs count to the next multiple of eight.
 */
final class SourceText {
    private record Piece(int line, int column) {}

    private final String file;
    private final Faults faults;
    private final StringBuilder code = new StringBuilder();
    private final TreeMap<Integer, Piece> pieces = new TreeMap<>();
    private final Set<Integer> cut = new HashSet<>();

    /** The quote of a literal that is still open where the code ends, or 0. */
    private char openQuote;

    /** Column after the last character of code: an open literal goes on to column 72. */
    private int nextColumn;

    private SourceText(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
        pieces.put(0, new Piece(1, 1));
    }

    static SourceText of(String file, String text, Faults faults) {
        List<String> lines = text.replace("\u001A", "")
                .lines()
                .map(line -> withoutTabs(line.startsWith("\uFEFF") ? line.substring(1) : line))
                .toList();
        ReferenceFormat format = ReferenceFormat.of(lines);
        SourceText source = new SourceText(file, faults);
        for (int i = 0; i < lines.size(); i++) {
            Directive directive = Directive.of(lines.get(i));
            if (directive == null) {
                source.add(lines.get(i), i + 1, format);
            } else {
                source.tellUnlessKnown(directive, i + 1);
                format = directive.format() == null ? format : directive.format();
            }
        }
        return source;
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

    /** Conditional compilation, for one, decides which entries there are. */
    private void tellUnlessKnown(Directive directive, int line) {
        if (!directive.isHarmless()) {
            faults.add(
                    new Place(file, line, directive.column()),
                    "expected >>SOURCE FORMAT IS FREE or FIXED, found " + directive.text()
                            + ", which is not supported");
        }
    }

    private void add(String line, int number, ReferenceFormat format) {
        if (ReferenceFormat.isComment(line)) {
            return;
        }
        if (format != FIXED) {
            begin(number, 1);
            append(line);
            return;
        }
        if (line.length() < INDICATOR_COLUMN) {
            return;
        }
        String area =
                line.substring(INDICATOR_COLUMN, Math.max(INDICATOR_COLUMN, Math.min(LAST_CODE_COLUMN, line.length())));
        if (line.length() > LAST_CODE_COLUMN) {
            cut.add(number);
        }
        switch (line.charAt(INDICATOR_COLUMN - 1)) {
            case '/', 'D', 'd', '*' -> {}
            case '-' -> carryOn(area, number);
            case ' ' -> {
                begin(number, INDICATOR_COLUMN + 1);
                append(area);
            }
            default -> {
                begin(number, INDICATOR_COLUMN);
                append(line.charAt(INDICATOR_COLUMN - 1) + area);
            }
        }
    }

    private void begin(int line, int column) {
        code.append('\n');
        openQuote = 0;
        mark(line, column);
    }

    private void mark(int line, int column) {
        pieces.put(code.length(), new Piece(line, column));
        nextColumn = column;
    }

    /** A hyphen in column 7: the word or literal of the line before goes on. */
    private void carryOn(String area, int line) {
        int skip = area.length() - area.stripLeading().length();
        if (openQuote != 0) {
            code.append(" ".repeat(Math.max(0, LAST_CODE_COLUMN + 1 - nextColumn)));
            if (skip < area.length() && area.charAt(skip) == openQuote) {
                skip++;
            }
        } else {
            int end = code.length();
            while (end > 0 && Character.isWhitespace(code.charAt(end - 1))) {
                end--;
            }
            code.setLength(end);
            pieces.tailMap(end, false).clear();
        }
        mark(line, INDICATOR_COLUMN + 1 + skip);
        append(area.substring(skip));
    }

    private void append(String text) {
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

    private static String withoutTabs(String line) {
        StringBuilder expanded = new StringBuilder();
        for (char c : line.toCharArray()) {
            if (c == '\t') {
                expanded.append(" ".repeat(8 - expanded.length() % 8));
            } else {
                expanded.append(c);
            }
        }
        return expanded.toString();
    }
}
