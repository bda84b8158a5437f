package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code → tokens. What follows PICTURE is taken whole up to the next blank, as only there {@code 9(5)V99} is one word. */
final class Scanner {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern PICTURE = Pattern.compile("(?![Ii][Ss]\\s)[^\\s]*[^\\s.,;]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)(?![A-Za-z0-9_-])");
    private static final Pattern DECIMAL_COMMA = Pattern.compile(",\\d+");
    private static final Pattern LITERAL = Pattern.compile("([A-Za-z]{0,2})['\"]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_@#$-]+");
    private static final Pattern TAG =
            Pattern.compile(":[A-Za-z0-9_-]+:[A-Za-z0-9_-]*|[A-Za-z0-9_-]+:[A-Za-z0-9_-]+:[A-Za-z0-9_-]*");

    private final SourceText source;
    private final Faults faults;
    private final Matcher matcher;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Scanner(SourceText source, Faults faults) {
        this.source = source;
        this.faults = faults;
        this.matcher = SEPARATORS.matcher(source.code());
    }

    /** All tokens; the last one is END. */
    List<Token> tokens() {
        while (skipSeparators()) {
            next();
        }
        add(Kind.END, "");
        return tokens;
    }

    private boolean skipSeparators() {
        if (found(SEPARATORS)) {
            at = matcher.end();
        }
        return at < source.code().length();
    }

    private void next() {
        char c = source.code().charAt(at);
        if (pictureIsDue() && found(PICTURE)) {
            take(Kind.PICTURE, matcher.group());
        } else if (found(TAG)) {
            fault("the tag " + matcher.group() + " of COPY REPLACING is not supported yet", matcher.end());
        } else if (found(LITERAL)) {
            literal(matcher.group(1).toUpperCase(Locale.ROOT), matcher.end() - 1);
        } else if (found(NUMBER)) {
            take(Kind.NUMBER, matcher.group());
            if (found(DECIMAL_COMMA)) {
                fault("expected a blank after the comma; DECIMAL-POINT IS COMMA is not supported yet", matcher.end());
            }
        } else if (found(WORD)) {
            take(Kind.WORD, matcher.group().toUpperCase(Locale.ROOT));
        } else if (c == '.') {
            add(Kind.PERIOD, ".");
            at++;
        } else {
            fault("unexpected character '" + c + "'", at + 1);
        }
    }

    private void literal(String prefix, int open) {
        String code = source.code();
        char quote = code.charAt(open);
        int close = closing(quote, open + 1);
        if (close < 0) {
            int end = code.indexOf('\n', open);
            fault("the literal is not closed on its line: expected " + quote, end < 0 ? code.length() : end);
            return;
        }
        String text = code.substring(open + 1, close).replace("" + quote + quote, "" + quote);
        boolean hex = prefix.equals("X");
        if (hex && !text.matches("([0-9A-Fa-f]{2})+")) {
            fault("expected pairs of hexadecimal digits, found " + code.substring(at, close + 1), close + 1);
        } else if (!hex && !prefix.isEmpty()) {
            fault("the literal " + code.substring(at, close + 1) + " is not supported yet", close + 1);
        } else {
            add(hex ? Kind.HEX_LITERAL : Kind.TEXT_LITERAL, hex ? text.toUpperCase(Locale.ROOT) : text);
            at = close + 1;
        }
    }

    /** Where the literal ends, or -1; two quotes stand for one. */
    private int closing(char quote, int from) {
        String code = source.code();
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
        matcher.usePattern(pattern).region(at, source.code().length());
        return matcher.lookingAt();
    }

    private void take(Kind kind, String text) {
        add(kind, text);
        at = matcher.end();
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, source.line(at), source.column(at)));
    }

    private void fault(String message, int goOnAt) {
        faults.add(source.line(at), source.column(at), message);
        add(Kind.FAULTY, source.code().substring(at, goOnAt));
        at = goOnAt;
    }
}
