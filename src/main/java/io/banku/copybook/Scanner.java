package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code → tokens. What follows PICTURE is taken whole up to the next blank: only there {@code 9(5)V99} is one. */
final class Scanner {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern SEPARATORS_BUT_COMMAS = Pattern.compile("(?:[\\s;]|,(?!\\d))++");
    private static final Pattern PICTURE = Pattern.compile("(?![Ii][Ss]\\s)[^\\s\\p{Z}\\p{C}]*[^\\s\\p{Z}\\p{C}.,;]");
    // only a number with a point may have an exponent: 123E-4 is a name
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d*\\.\\d+([Ee][+-]?\\d{1,2})?|\\d+)(?![A-Za-z0-9_-])");
    private static final Pattern NUMBER_WITH_COMMA =
            Pattern.compile("[+-]?(\\d*,\\d+([Ee][+-]?\\d{1,2})?|\\d+)(?![A-Za-z0-9_-])");
    private static final Pattern FRACTION = Pattern.compile("[.,]\\d+");
    private static final Pattern LITERAL = Pattern.compile("([A-Za-z]{0,2})['\"]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_@#$-]+");
    private static final String PSEUDO_TEXT = "==";
    private static final Pattern TAGGED =
            Pattern.compile("[A-Za-z0-9_@#$-]*+(?:(?::[A-Za-z0-9_-]*:|\\([A-Za-z0-9_-]*\\))[A-Za-z0-9_@#$-]*+)++");

    /** Z'A' is text with a X'00' behind it. */
    private static final String WITH_ZERO = "Z";

    /** Literals of national, DBCS and UTF-8 characters are text too. */
    private static final Set<String> CHARACTERS = Set.of("", "N", "G", "U");

    private static final Set<String> HEXADECIMAL = Set.of("X", "NX", "GX", "UX");

    private final Code source;
    private final String code;
    private final DecimalPoint point;
    private final Faults faults;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Scanner(Code source, DecimalPoint point, Faults faults) {
        this.source = source;
        this.code = source.text();
        this.point = point;
        this.faults = faults;
        this.matcher = SEPARATORS.matcher(code);
    }

    /** The last one is END. */
    static List<Token> tokens(Code source, DecimalPoint point, Faults faults) {
        Scanner scanner = new Scanner(source, point, faults);
        scanner.scan();
        scanner.add(Kind.END, "");
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
        if (source.missing(at) != null) {
            add(Kind.MISSING, source.missing(at));
            at++;
        } else if (pictureIsDue() && found(PICTURE)) {
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
            unexpected(code.codePointAt(at));
        }
    }

    /** What cannot be seen is named by its code; several of a kind are one fault. */
    private void unexpected(int character) {
        int end = at;
        while (end < code.length() && code.codePointAt(end) == character) {
            end += Character.charCount(character);
        }
        String shown = character > ' ' && character <= '~'
                ? "'" + Character.toString(character) + "'"
                : "U+%04X (%s)".formatted(character, Character.getName(character));
        String why = Character.isSpaceChar(character) ? ", which COBOL does not take for a blank" : "";
        fault("unexpected character " + shown + why, end);
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
        int close = TextWords.closing(code, quote, open + 1);
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
        } else if (CHARACTERS.contains(prefix) || prefix.equals(WITH_ZERO)) {
            add(Kind.TEXT_LITERAL, prefix.equals(WITH_ZERO) ? text + '\0' : text);
            at = close + 1;
        } else {
            fault("expected a literal such as 'A', X'0F' or N'A', found " + code.substring(at, close + 1), close + 1);
        }
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
        tokens.add(new Token(kind, text, source.place(at)));
    }

    private void fault(String message, int goOnAt) {
        faults.add(source.place(at), message);
        add(Kind.FAULTY, code.substring(at, goOnAt));
        at = goOnAt;
    }
}
