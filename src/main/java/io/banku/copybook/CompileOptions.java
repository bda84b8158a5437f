package io.banku.copybook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a copybook does not say itself, but the program and the compiler that it is written for.
 *
 * @param library where COPY finds its members
 * @param replacing parts of words and what stands for them, as {@code REPLACING ==:TAG:== BY ==TX==} of the program's own
 *     COPY statement would say
 * @param definitions values of names that {@code >>IF} asks for, as the compiler's option DEFINE would say
 * @param point DECIMAL-POINT IS COMMA, or not
 * @param currency by the character that means it in a PICTURE, what stands in the data: {@code $} → {@code $},
 *     {@code #} → {@code EUR}
 */
public record CompileOptions(
        CopyLibrary library,
        Map<String, String> replacing,
        Map<String, String> definitions,
        DecimalPoint point,
        Map<Character, String> currency) {

    public static final CompileOptions DEFAULT =
            new CompileOptions(CopyLibrary.EMPTY, Map.of(), Map.of(), DecimalPoint.PERIOD, Map.of('$', "$"));

    private static final Pattern PART_OF_WORDS = Pattern.compile("[A-Za-z0-9_-]*");

    // Enterprise COBOL, CURRENCY SIGN clause: what has a meaning of its own in a PICTURE, or in the number that it
    // edits
    private static final Pattern NO_SYMBOL = Pattern.compile("[0-9A-EGNPRSUVXZa-egnprsuvxz+\\-,.*/;()\"'=\\s]");
    private static final Pattern NO_SIGN = Pattern.compile("[0-9+\\-,.*]");

    public CompileOptions {
        replacing = Collections.unmodifiableMap(new LinkedHashMap<>(replacing));
        definitions = Map.copyOf(definitions);
        currency = Map.copyOf(currency);
    }

    public CompileOptions with(CopyLibrary library) {
        return new CompileOptions(library, replacing, definitions, point, currency);
    }

    /**
     * {@code REPLACING ==tag== BY ==text==}, after those that there are.
     *
     * @throws IllegalArgumentException when the tag does not look like {@code :TAG:}, or the text cannot be part of a word
     */
    public CompileOptions replacing(String tag, String text) {
        if (!Replacement.isTag(tag)) {
            throw new IllegalArgumentException("expected a tag such as :TAG: or (TAG), found '" + tag + "'");
        }
        if (!PART_OF_WORDS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected letters, digits and hyphens to stand for " + tag + ", found '" + text + "'");
        }
        Map<String, String> more = new LinkedHashMap<>(replacing);
        more.put(tag, text);
        return new CompileOptions(library, more, definitions, point, currency);
    }

    /**
     * A value of a name that {@code >>IF} asks for; empty where it is only to be defined.
     *
     * @throws IllegalArgumentException when it is no name
     */
    public CompileOptions define(String name, String value) {
        if (!CompileCondition.isName(name)) {
            throw new IllegalArgumentException("expected a name of letters, digits and hyphens, found '" + name + "'");
        }
        Map<String, String> more = new LinkedHashMap<>(definitions);
        more.put(name, value);
        return new CompileOptions(library, replacing, more, point, currency);
    }

    public CompileOptions with(DecimalPoint point) {
        return new CompileOptions(library, replacing, definitions, point, currency);
    }

    /** Not even the dollar means one. */
    public CompileOptions withoutCurrency() {
        return new CompileOptions(library, replacing, definitions, point, Map.of());
    }

    /**
     * {@code CURRENCY SIGN IS sign WITH PICTURE SYMBOL symbol}, beside those that there are.
     *
     * @throws IllegalArgumentException when it is no character that COBOL takes for one, or the sign could be part of a number
     */
    public CompileOptions withCurrency(String symbol, String sign) {
        if (symbol.length() != 1 || NO_SYMBOL.matcher(symbol).find()) {
            throw new IllegalArgumentException(
                    "expected one character that means nothing else in a PICTURE, such as $ or #, found '" + symbol
                            + "'");
        }
        if (sign.isEmpty() || NO_SIGN.matcher(sign).find()) {
            throw new IllegalArgumentException(
                    "expected a currency sign without digits and + - , . *, found '" + sign + "'");
        }
        Map<Character, String> more = new LinkedHashMap<>(currency);
        more.put(symbol.charAt(0), sign);
        return new CompileOptions(library, replacing, definitions, point, more);
    }
}
