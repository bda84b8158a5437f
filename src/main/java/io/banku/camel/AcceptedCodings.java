package io.banku.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header {@code Accept-Encoding} (RFC 9110, 12.5.3): in which codings a client takes a body. Immutable. */
final class AcceptedCodings {
    private static final Pattern NOT_AT_ALL = Pattern.compile("(?i)q\\s*=\\s*0(\\.0*)?");

    /** False for those that it refuses. */
    private final Map<String, Boolean> named = new HashMap<>();

    private AcceptedCodings(String header) {
        for (String coding : QuotedText.parts(header, ',')) {
            List<String> parts = QuotedText.parts(coding, ';');
            if (!parts.isEmpty()) {
                named.put(
                        parts.get(0).toLowerCase(Locale.ROOT),
                        parts.stream()
                                .noneMatch(part -> NOT_AT_ALL.matcher(part).matches()));
            }
        }
    }

    /** @param lines of the header, or null */
    static AcceptedCodings of(Object lines) {
        return new AcceptedCodings(QuotedText.joined(lines));
    }

    boolean contain(String coding) {
        return named.getOrDefault(coding, named.getOrDefault("x-" + coding, named.getOrDefault("*", false)));
    }
}
