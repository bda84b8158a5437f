package io.banku.copybook;

import java.util.Map;
import java.util.Set;

/** The words of a USAGE clause, which may stand without USAGE. */
final class UsageWords {
    private static final Map<String, Usage> USAGES = Map.ofEntries(
            Map.entry("DISPLAY", Usage.DISPLAY),
            Map.entry("COMP", Usage.BINARY),
            Map.entry("COMPUTATIONAL", Usage.BINARY),
            Map.entry("COMP-4", Usage.BINARY),
            Map.entry("COMPUTATIONAL-4", Usage.BINARY),
            Map.entry("BINARY", Usage.BINARY),
            Map.entry("COMP-5", Usage.NATIVE_BINARY),
            Map.entry("COMPUTATIONAL-5", Usage.NATIVE_BINARY),
            Map.entry("COMP-3", Usage.PACKED_DECIMAL),
            Map.entry("COMPUTATIONAL-3", Usage.PACKED_DECIMAL),
            Map.entry("PACKED-DECIMAL", Usage.PACKED_DECIMAL));
    private static final Set<String> LATER = Set.of(
            "COMP-1",
            "COMPUTATIONAL-1",
            "COMP-2",
            "COMPUTATIONAL-2",
            "COMP-6",
            "COMPUTATIONAL-6",
            "COMP-X",
            "COMPUTATIONAL-X",
            "DISPLAY-1",
            "NATIONAL",
            "UTF-8",
            "INDEX",
            "POINTER",
            "POINTER-32",
            "PROCEDURE-POINTER",
            "FUNCTION-POINTER");

    private UsageWords() {}

    /** Null when the token is no usage, or none that is supported. */
    static Usage of(Token token) {
        return token.is(Token.Kind.WORD) ? USAGES.get(token.text()) : null;
    }

    static boolean isLater(Token token) {
        return token.is(Token.Kind.WORD) && LATER.contains(token.text());
    }
}
