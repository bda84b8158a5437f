package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Code → text words. A literal that is not closed ends with its line. */
final class TextWords {
    private static final String MARKS = "():";
    private static final Pattern LITERAL_PREFIX = Pattern.compile("[A-Za-z]{1,2}");

    private final String code;
    private final IntFunction<Place> places;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private TextWords(String code, IntFunction<Place> places) {
        this.code = code;
        this.places = places;
    }

    /** The first one stands on a line of its own. */
    static List<Word> of(SourceText source) {
        TextWords text = new TextWords(source.code(), source::place);
        text.split();
        if (!text.words.isEmpty()) {
            text.words.set(0, text.words.get(0).withGap("\n"));
        }
        return text.words;
    }

    /** Those of a text that stands nowhere in the copybook. */
    static List<Word> of(String given, Place place) {
        TextWords text = new TextWords(given, index -> place);
        text.split();
        return text.words;
    }

    private void split() {
        String gap = gap();
        while (at < code.length()) {
            next(gap);
            gap = gap();
        }
    }

    private String gap() {
        int from = at;
        boolean isLineEnd = false;
        while (at < code.length() && (isBlank(at) || (isOneOf(",;", at) && endsMark(at)))) {
            isLineEnd |= code.charAt(at) == '\n';
            at++;
        }
        return from == at ? "" : isLineEnd ? "\n" : " ";
    }

    private void next(String gap) {
        int from = at;
        Kind kind = Kind.MARK;
        if (code.startsWith(Word.PSEUDO_TEXT, at)) {
            at += Word.PSEUDO_TEXT.length();
        } else if (isOneOf(MARKS, at) || isPeriod(at)) {
            at++;
        } else {
            kind = plainOrLiteral();
        }
        words.add(new Word(kind, gap, code.substring(from, at), places.apply(from)));
    }

    private Kind plainOrLiteral() {
        int from = at;
        while (at < code.length() && !isOneOf("'\"", at) && !endsPlain(at)) {
            at++;
        }
        boolean isLiteral = at < code.length()
                && isOneOf("'\"", at)
                && (at == from
                        || LITERAL_PREFIX.matcher(code.substring(from, at)).matches());
        if (!isLiteral) {
            return Kind.PLAIN;
        }
        int close = closing(code, code.charAt(at), at + 1);
        int end = code.indexOf('\n', at);
        at = close >= 0 ? close + 1 : end >= 0 ? end : code.length();
        return Kind.LITERAL;
    }

    /** Where a literal ends, or -1 when it is not closed on its line; two quotes stand for one. */
    static int closing(String code, char quote, int from) {
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

    private boolean endsPlain(int index) {
        return isBlank(index)
                || isOneOf(MARKS, index)
                || isPeriod(index)
                || isOneOf(",;", index) && endsMark(index)
                || code.startsWith(Word.PSEUDO_TEXT, index);
    }

    private boolean isPeriod(int index) {
        return code.charAt(index) == '.' && endsMark(index);
    }

    /** A comma, semicolon or period separates only before a blank, or at the end of a pseudo-text. */
    private boolean endsMark(int index) {
        return isBlank(index + 1) || code.startsWith(Word.PSEUDO_TEXT, index + 1);
    }

    private boolean isOneOf(String characters, int index) {
        return characters.indexOf(code.charAt(index)) >= 0;
    }

    private boolean isBlank(int index) {
        return index >= code.length() || Character.isWhitespace(code.charAt(index));
    }
}
