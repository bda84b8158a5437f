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
    private static final Pattern EDITED_CHARACTERS = Pattern.compile("(?=.*[XA])[XA9B0/]+");
    private static final Pattern DOUBLE_BYTE = Pattern.compile("(?=.*G)[GB]+");
    private static final Pattern NATIONAL = Pattern.compile("(?=.*N)[NB0/]+");
    private static final Pattern FLOAT = Pattern.compile("[+-](9[.V]9?|[.V]9|9)E[+-]9");

    private record Run(char symbol, long count) {}

    private final String text;
    private final CompileOptions options;
    private final List<Run> runs = new ArrayList<>();

    private PictureParser(String text, CompileOptions options) {
        this.text = text.toUpperCase(Locale.ROOT);
        this.options = options;
    }

    /** @throws IllegalArgumentException with what is wrong with it */
    static Picture parse(String text, CompileOptions options) {
        PictureParser parser = new PictureParser(text, options);
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
        if (last >= 0 && times <= Picture.LARGEST && runs.get(last).symbol() == symbol) {
            times += runs.remove(last).count();
        }
        if (times < 1 || times > Picture.LARGEST) {
            throw new IllegalArgumentException(
                    "expected a repetition from 1 to " + Picture.LARGEST + ", found " + text);
        }
        runs.add(new Run(symbol, times));
    }

    private Picture picture() {
        String shape = runs.stream().map(run -> String.valueOf(run.symbol())).collect(Collectors.joining());
        if (NUMBER.matcher(shape).matches() && total('S') <= 1 && total('V') <= 1) {
            return number(shape);
        }
        if (CHARACTERS.matcher(shape).matches()) {
            return text(shape.equals("A") ? Category.ALPHABETIC : Category.ALPHANUMERIC);
        }
        if (EDITED_CHARACTERS.matcher(shape).matches()) {
            return text(Category.ALPHANUMERIC_EDITED);
        }
        if (DOUBLE_BYTE.matcher(shape).matches()) {
            return text(Category.DBCS);
        }
        if (NATIONAL.matcher(shape).matches()) {
            return text(shape.equals("N") ? Category.NATIONAL : Category.NATIONAL_EDITED);
        }
        if (shape.equals("U")) {
            return text(Category.UTF_8);
        }
        if (FLOAT.matcher(shape).matches() && text.matches(".*E[+-](99|9\\(0*2\\))") && total('V') <= 1) {
            return exponential(shape);
        }
        if (size() > EditedNumber.MOST_CHARACTERS) {
            throw none();
        }
        return EditedNumber.of(text, writtenOut(), options).orElseThrow(this::none);
    }

    private IllegalArgumentException none() {
        return new IllegalArgumentException(
                "expected a PICTURE such as X(30), S9(5)V99, 9(3)PP or Z(5)9.99-, found " + text);
    }

    private String writtenOut() {
        StringBuilder symbols = new StringBuilder();
        for (Run run : runs) {
            symbols.append(String.valueOf(run.symbol()).repeat((int) run.count()));
        }
        return symbols.toString();
    }

    private Picture text(Category category) {
        long size = size();
        if (size > Picture.LARGEST) {
            throw new IllegalArgumentException("expected at most " + Picture.LARGEST + " characters, found " + text);
        }
        return new Picture(text, category, (int) size, 0, false);
    }

    private Picture number(String shape) {
        long digits = total('9');
        long zeros = total('P');
        checkDigits(digits + zeros, text);
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

    /** {@code +9.99E+99}: the scale is that of the digits before E. */
    private Picture exponential(String shape) {
        checkDigits(total('9'), text);
        int exponent = shape.indexOf('E');
        boolean hasDecimals = shape.substring(0, exponent).matches(".*[.V]9");
        long scale = hasDecimals ? runs.get(exponent - 1).count() : 0;
        return new Picture(text, Category.EXTERNAL_FLOAT, (int) (size() - total('V')), (int) scale, true);
    }

    static void checkDigits(long digits, String text) {
        if (digits > Picture.MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "expected at most " + Picture.MOST_DIGITS + " digits, found " + digits + " in " + text);
        }
    }

    private long size() {
        return runs.stream().mapToLong(Run::count).sum();
    }

    private long total(char symbol) {
        return runs.stream()
                .filter(run -> run.symbol() == symbol)
                .mapToLong(Run::count)
                .sum();
    }
}
