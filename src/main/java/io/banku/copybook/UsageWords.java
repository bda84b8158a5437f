package io.banku.copybook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of a USAGE clause, which may stand without USAGE. */
final class UsageWords {
    private static final Map<String, Usage> USAGES = new HashMap<>(Map.ofEntries(
            Map.entry("BINARY", Usage.BINARY),
            Map.entry("PACKED-DECIMAL", Usage.PACKED_DECIMAL),
            Map.entry("DISPLAY", Usage.DISPLAY),
            Map.entry("DISPLAY-1", Usage.DISPLAY_1),
            Map.entry("NATIONAL", Usage.NATIONAL),
            Map.entry("UTF-8", Usage.UTF_8),
            Map.entry("INDEX", Usage.INDEX),
            Map.entry("POINTER", Usage.POINTER),
            Map.entry("POINTER-32", Usage.POINTER_32),
            Map.entry("FUNCTION-POINTER", Usage.FUNCTION_POINTER),
            Map.entry("PROCEDURE-POINTER", Usage.PROCEDURE_POINTER),
            Map.entry("OBJECT", Usage.OBJECT_REFERENCE)));

    static {
        for (String computational : Set.of("COMP", "COMPUTATIONAL")) {
            USAGES.put(computational, Usage.BINARY);
            USAGES.put(computational + "-1", Usage.FLOAT_SHORT);
            USAGES.put(computational + "-2", Usage.FLOAT_LONG);
            USAGES.put(computational + "-3", Usage.PACKED_DECIMAL);
            USAGES.put(computational + "-4", Usage.BINARY);
            USAGES.put(computational + "-5", Usage.NATIVE_BINARY);
        }
    }

    /** Of other compilers. */
    private static final Set<String> LATER = Set.of(
            "COMP-6",
            "COMPUTATIONAL-6",
            "COMP-9",
            "COMPUTATIONAL-9",
            "COMP-N",
            "COMPUTATIONAL-N",
            "COMP-X",
            "COMPUTATIONAL-X");

    private UsageWords() {}

    /** Null when the token is no usage, or none that is supported. */
    static Usage of(Token token) {
        return token.is(Token.Kind.WORD) ? USAGES.get(token.text()) : null;
    }

    static boolean isLater(Token token) {
        return token.is(Token.Kind.WORD) && LATER.contains(token.text());
    }
}
