package io.banku.copybook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a copybook does not say itself, but the program and the compiler that it is written for.
 *
 * @param library where COPY finds its members
 * @param replacing parts of words and what stands for them, as {@code REPLACING ==:TAG:== BY ==TX==} of the program's own
 *     COPY statement would say
 * @param point DECIMAL-POINT IS COMMA, or not
 * @param currency by the character that means it in a PICTURE, what stands in the data: {@code $} → {@code $},
 *     {@code E} → {@code EUR}
 */
public record CompileOptions(
        CopyLibrary library, Map<String, String> replacing, DecimalPoint point, Map<Character, String> currency) {

    public static final CompileOptions DEFAULT =
            new CompileOptions(CopyLibrary.EMPTY, Map.of(), DecimalPoint.PERIOD, Map.of('$', "$"));

    public CompileOptions {
        replacing = Collections.unmodifiableMap(new LinkedHashMap<>(replacing));
        currency = Map.copyOf(currency);
    }

    public CompileOptions with(CopyLibrary library) {
        return new CompileOptions(library, replacing, point, currency);
    }

    public CompileOptions replacing(Map<String, String> replacing) {
        return new CompileOptions(library, replacing, point, currency);
    }

    public CompileOptions with(DecimalPoint point) {
        return new CompileOptions(library, replacing, point, currency);
    }

    /** {@code CURRENCY SIGN IS text WITH PICTURE SYMBOL symbol}; in place of the dollar. */
    public CompileOptions withCurrency(char symbol, String text) {
        return new CompileOptions(library, replacing, point, Map.of(symbol, text));
    }
}
