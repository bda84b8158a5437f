package io.banku.copybook;

import io.banku.copybook.Picture.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The character-string of a PICTURE clause → its meaning. One use, one thread. */
final class PictureParser {
    private static final Pattern SYMBOL = Pattern.compile("([^()])(?:\\((\\d+)\\))?");

    // What a picture looks like when each run of a symbol is written once: S9V9 for S9(5)V99.
    private static final Pattern NUMBER = Pattern.compile("S?(9(V9?)?|V9|V?P9|9PV?)");
    private static final Pattern CHARACTERS = Pattern.compile("[XA9]+");
    private static final Pattern EDITED = Pattern.compile("(?=.*[BZ0*+,./$CDE-])[XA9BZ0*+,./$CRDVPE-]+");
    private static final Pattern WIDE = Pattern.compile("[GNB]+");

    /** Beyond this a size is surely a slip; Enterprise COBOL ends here too. */
    private static final int LARGEST = 134_217_727;

    private record Run(char symbol, long count) {}

    private final String text;
    private final List<Run> runs = new ArrayList<>();

    private PictureParser(String text) {
        this.text = text.toUpperCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException with what is wrong with it */
    static Picture parse(String text) {
        PictureParser parser = new PictureParser(text);
        parser.split();
        return parser.picture();
    }

    private void split() {
        Matcher symbol = SYMBOL.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!symbol.find() || symbol.start() != at) {
                throw new IllegalArgumentException("expected a repetition such as 9(5), found " + text.substring(at));
            }
            count(symbol.group(1).charAt(0), symbol.group(2));
            at = symbol.end();
        }
    }

    private void count(char symbol, String repetition) {
        long times = repetition == null ? 1 : repetition.length() > 9 ? Long.MAX_VALUE : Long.parseLong(repetition);
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).symbol() == symbol) {
            times += runs.remove(last).count();
        }
        if (times < 1 || times > LARGEST) {
            throw new IllegalArgumentException("expected a repetition from 1 to " + LARGEST + ", found " + text);
        }
        runs.add(new Run(symbol, times));
    }

    private Picture picture() {
        String shape = runs.stream().map(run -> String.valueOf(run.symbol())).collect(Collectors.joining());
        if (NUMBER.matcher(shape).matches() && total('S') <= 1 && total('V') <= 1) {
            return number(shape);
        }
        if (CHARACTERS.matcher(shape).matches()) {
            long size = total('X') + total('A') + total('9');
            return new Picture(
                    text, shape.equals("A") ? Category.ALPHABETIC : Category.ALPHANUMERIC, (int) size, 0, false);
        }
        if (WIDE.matcher(shape).matches()) {
            throw new IllegalArgumentException("PICTURE " + text + " (national or DBCS) is not supported yet");
        }
        if (EDITED.matcher(shape).matches() && total('V') <= 1) {
            throw new IllegalArgumentException("the edited PICTURE " + text + " is not supported yet");
        }
        throw new IllegalArgumentException("expected a PICTURE such as X(30), S9(5)V99 or 9(3)PP, found " + text);
    }

    private Picture number(String shape) {
        long digits = total('9');
        long zeros = total('P');
        if (digits + zeros > Picture.MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "expected at most " + Picture.MOST_DIGITS + " digits, found " + (digits + zeros) + " in " + text);
        }
        long scale;
        if (shape.contains("9P")) {
            scale = -zeros;
        } else if (zeros > 0) {
            scale = zeros + digits;
        } else {
            scale = shape.endsWith("V9") ? runs.get(runs.size() - 1).count() : 0;
        }
        return new Picture(text, Category.NUMERIC, (int) digits, (int) scale, shape.startsWith("S"));
    }

    private long total(char symbol) {
        return runs.stream()
                .filter(run -> run.symbol() == symbol)
                .mapToLong(Run::count)
                .sum();
    }
}
