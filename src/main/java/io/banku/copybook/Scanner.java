package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code → tokens. What follows PICTURE is taken whole up to the next blank, as only there {@code 9(5)V99} is one word. */
final class Scanner {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern SEPARATORS_BUT_COMMAS = Pattern.compile("(?:[\\s;]|,(?!\\d))++");
    private static final Pattern PICTURE = Pattern.compile("(?![Ii][Ss]\\s)[^\\s]*[^\\s.,;]");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)([Ee][+-]?\\d{1,2})?(?![A-Za-z0-9_-])");
    private static final Pattern NUMBER_WITH_COMMA =
            Pattern.compile("[+-]?(\\d+(,\\d+)?|,\\d+)([Ee][+-]?\\d{1,2})?(?![A-Za-z0-9_-])");
    private static final Pattern FRACTION = Pattern.compile("[.,]\\d+");
    private static final Pattern LITERAL = Pattern.compile("([A-Za-z]{0,2})['\"]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_@#$-]+");
    private static final String PSEUDO_TEXT = "==";
    private static final Pattern TAGGED =
            Pattern.compile("[A-Za-z0-9_@#$-]*+(?:(?::[A-Za-z0-9_-]*:|\\([A-Za-z0-9_-]*\\))[A-Za-z0-9_@#$-]*+)++");

    /** Literals of national, DBCS and UTF-8 characters are text too; Z'A' ends with a byte that no data has. */
    private static final Set<String> CHARACTERS = Set.of("", "N", "G", "U");

    private static final Set<String> HEXADECIMAL = Set.of("X", "NX", "GX", "UX");

    private final String code;
    private final IntFunction<Place> places;
    private final DecimalPoint point;
    private final Faults faults;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Scanner(String code, IntFunction<Place> places, DecimalPoint point, Faults faults) {
        this.code = code;
        this.places = places;
        this.point = point;
        this.faults = faults;
        this.matcher = SEPARATORS.matcher(code);
    }

    /** All tokens of a text; the last one is END. */
    static List<Token> tokens(SourceText source, DecimalPoint point, Faults faults) {
        Scanner scanner = new Scanner(source.code(), source::place, point, faults);
        scanner.scan();
        scanner.add(Kind.END, "");
        return scanner.tokens;
    }

    /** The tokens of a few words that stand at one place. */
    static List<Token> tokens(String words, Place place, DecimalPoint point, Faults faults) {
        Scanner scanner = new Scanner(words, index -> place, point, faults);
        scanner.scan();
        return scanner.tokens;
    }

    private void scan() {
        while (skipSeparators()) {
            next();
        }
    }

    private boolean skipSeparators() {
        if (found(point == DecimalPoint.COMMA ? SEPARATORS_BUT_COMMAS : SEPARATORS)) {
            at = matcher.end();
        }
        return at < code.length();
    }

    private void next() {
        char c = code.charAt(at);
        if (pictureIsDue() && found(PICTURE)) {
            take(Kind.PICTURE, matcher.group());
        } else if (code.startsWith(PSEUDO_TEXT, at)) {
            pseudoText();
        } else if (found(TAGGED)) {
            take(Kind.TAGGED, matcher.group().toUpperCase(Locale.ROOT));
        } else if (found(LITERAL)) {
            literal(matcher.group(1).toUpperCase(Locale.ROOT), matcher.end() - 1);
        } else if (found(point == DecimalPoint.COMMA ? NUMBER_WITH_COMMA : NUMBER)) {
            number();
        } else if (found(WORD)) {
            take(Kind.WORD, matcher.group().toUpperCase(Locale.ROOT));
        } else if (c == '.') {
            add(Kind.PERIOD, ".");
            at++;
        } else if (c == '&') {
            add(Kind.AMPERSAND, "&");
            at++;
        } else {
            fault("unexpected character '" + c + "'", at + 1);
        }
    }

    /** Whatever the program writes, the text of the token has a point. */
    private void number() {
        take(Kind.NUMBER, matcher.group().replace(',', '.'));
        if (found(FRACTION)) {
            String expected = point == DecimalPoint.COMMA ? "a comma" : "a point";
            fault("expected " + expected + " before decimals, found " + matcher.group(), matcher.end());
        }
    }

    private void pseudoText() {
        int from = at + PSEUDO_TEXT.length();
        int close = code.indexOf(PSEUDO_TEXT, from);
        if (close < 0) {
            fault("the pseudo-text is not closed: expected ==", code.length());
        } else {
            add(Kind.PSEUDO_TEXT, code.substring(from, close));
            at = close + PSEUDO_TEXT.length();
        }
    }

    private void literal(String prefix, int open) {
        char quote = code.charAt(open);
        int close = closing(quote, open + 1);
        if (close < 0) {
            int end = code.indexOf('\n', open);
            fault("the literal is not closed on its line: expected " + quote, end < 0 ? code.length() : end);
            return;
        }
        String text = code.substring(open + 1, close).replace("" + quote + quote, "" + quote);
        if (HEXADECIMAL.contains(prefix) && !text.matches("([0-9A-Fa-f]{2})+")) {
            fault("expected pairs of hexadecimal digits, found " + code.substring(at, close + 1), close + 1);
        } else if (HEXADECIMAL.contains(prefix)) {
            add(Kind.HEX_LITERAL, text.toUpperCase(Locale.ROOT));
            at = close + 1;
        } else if (CHARACTERS.contains(prefix)) {
            add(Kind.TEXT_LITERAL, text);
            at = close + 1;
        } else {
            fault("expected a literal such as 'A', X'0F' or N'A', found " + code.substring(at, close + 1), close + 1);
        }
    }

    /** Where the literal ends, or -1; two quotes stand for one. */
    private int closing(char quote, int from) {
        for (int i = from; i < code.length() && code.charAt(i) != '\n'; i++) {
            if (code.charAt(i) == quote) {
                if (!code.startsWith("" + quote, i + 1)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private boolean pictureIsDue() {
        int last = tokens.size() - 1;
        if (last > 0 && tokens.get(last).is("IS")) {
            last--;
        }
        return last >= 0 && (tokens.get(last).is("PIC") || tokens.get(last).is("PICTURE"));
    }

    private boolean found(Pattern pattern) {
        matcher.usePattern(pattern).region(at, code.length());
        return matcher.lookingAt();
    }

    private void take(Kind kind, String text) {
        add(kind, text);
        at = matcher.end();
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, places.apply(at)));
    }

    private void fault(String message, int goOnAt) {
        faults.add(places.apply(at), message);
        add(Kind.FAULTY, code.substring(at, goOnAt));
        at = goOnAt;
    }
}
