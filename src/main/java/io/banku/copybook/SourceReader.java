package io.banku.copybook;

import static io.banku.copybook.ReferenceFormat.FIXED;
import static io.banku.copybook.ReferenceFormat.FREE;
import static io.banku.copybook.ReferenceFormat.INDICATOR_COLUMN;
import static io.banku.copybook.ReferenceFormat.LAST_CODE_COLUMN;

import io.banku.copybook.Directive.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a text → its code, by the reference format that they speak for and the directives among them. */
final class SourceReader {
    private static final Pattern STARRED_PICTURE = Pattern.compile("\\s*\\*(?!>)\\S");

    private static final Pattern ENTRY = Pattern.compile(
            "(?<![\\w-])(\\d{1,2}\\s+[A-Z0-9_-]+(\\.|\\s+(PIC|PICTURE|OCCURS|REDEFINES|COMP|USAGE|VALUE)[\\s-])"
                    + "|COPY\\s)",
            Pattern.CASE_INSENSITIVE);

    private final String file;
    private final ConditionalText conditions;
    private final Faults faults;
    private final SourceText source;
    private ReferenceFormat format;

    private SourceReader(String file, ReferenceFormat format, CompileVariables variables, Faults faults) {
        this.file = file;
        this.format = format;
        this.conditions = new ConditionalText(variables, faults);
        this.faults = faults;
        this.source = new SourceText(file);
    }

    /** Tabs count to the next multiple of eight. */
    static SourceText read(String file, String text, CompileVariables variables, Faults faults) {
        List<String> lines = Cards.of(text).stream()
                .map(line -> withoutTabs(line.startsWith("\uFEFF") ? line.substring(1) : line))
                .toList();
        SourceReader reader = new SourceReader(file, ReferenceFormat.of(lines), variables, faults);
        for (int i = 0; i < lines.size(); i++) {
            reader.line(lines.get(i), i + 1);
        }
        reader.conditions.end();
        return reader.source;
    }

    private void line(String line, int number) {
        Directive directive = Directive.of(line);
        if (directive != null && directive.kind() == Kind.CONDITION) {
            conditions.apply(directive.text(), new Place(file, number, directive.column()));
        } else if (conditions.isRead() && directive != null) {
            directive(directive, number);
        } else if (conditions.isRead() && !isComment(line)) {
            code(line, number);
        }
    }

    private void directive(Directive directive, int number) {
        switch (directive.kind()) {
            case FREE_FORMAT -> format = FREE;
            case FIXED_FORMAT -> format = FIXED;
            case INCLUSION -> {
                source.begin(number, 1);
                source.append("COPY ");
                source.mark(number, directive.column());
                source.append(directive.text() + " .");
            }
            case UNKNOWN ->
                faults.add(
                        new Place(file, number, directive.column()),
                        "expected a directive such as >>SOURCE FORMAT IS FREE or >>IF, found " + directive.text()
                                + ", which is not supported");
            case HARMLESS, CONDITION -> {}
        }
    }

    private void code(String line, int number) {
        if (format != FIXED) {
            source.begin(number, 1);
            source.append(line);
            return;
        }
        if (line.length() < INDICATOR_COLUMN) {
            return;
        }
        String area =
                line.substring(INDICATOR_COLUMN, Math.max(INDICATOR_COLUMN, Math.min(LAST_CODE_COLUMN, line.length())));
        if (line.length() > LAST_CODE_COLUMN) {
            source.cutOff(number);
            tellEntryBeyond(line, number);
        }
        switch (line.charAt(INDICATOR_COLUMN - 1)) {
            case '/', 'D', 'd', '*' -> {}
            case '-' -> source.carryOn(area, number);
            case ' ' -> {
                source.begin(number, INDICATOR_COLUMN + 1);
                source.append(area);
            }
            default -> {
                source.begin(number, INDICATOR_COLUMN);
                source.append(line.charAt(INDICATOR_COLUMN - 1) + area);
            }
        }
    }

    /** Behind the columns of a card there is no card: a line end was lost. */
    private void tellEntryBeyond(String line, int number) {
        if (line.length() > Cards.COLUMNS) {
            Matcher entry = ENTRY.matcher(line.substring(Cards.COLUMNS));
            if (entry.find()) {
                faults.add(
                        new Place(file, number, Cards.COLUMNS + entry.start() + 1),
                        "expected lines of at most 80 columns, as those of fixed format are, found one of "
                                + line.length() + " with an entry behind them");
            }
        }
    }

    /** A PICTURE of stars may begin a line, in fixed format behind column 7. */
    private boolean isComment(String line) {
        return ReferenceFormat.isComment(line)
                && !(source.isPictureDue()
                        && STARRED_PICTURE.matcher(line).lookingAt()
                        && (format != FIXED || line.indexOf('*') >= INDICATOR_COLUMN));
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
