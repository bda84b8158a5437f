package io.banku.camel;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Prefer} (RFC 7240): how long a client wants to wait. What we do not know, it asks of nobody. */
final class Preference {
    private static final Pattern WAIT = Pattern.compile("(?i)wait\\s*=\\s*\"?(\\d{1,6})\"?");

    private final List<String> preferences;

    private Preference(List<String> preferences) {
        this.preferences = preferences;
    }

    /** @param header a text, several of them, or null */
    static Preference of(Object header) {
        Collection<?> lines =
                header instanceof Collection<?> several ? several : header == null ? List.of() : List.of(header);
        return new Preference(lines.stream()
                .flatMap(line -> Arrays.stream(line.toString().split(",")))
                .map(String::strip)
                .toList());
    }

    boolean isRespondAsync() {
        return preferences.stream().anyMatch("respond-async"::equalsIgnoreCase);
    }

    /** What the client wants, where that is less than {@code most}; nothing at all when it wants no answer yet. */
    Duration waitAtMost(Duration most) {
        if (isRespondAsync()) {
            return Duration.ZERO;
        }
        return preferences.stream()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                .filter(wait -> wait.compareTo(most) < 0)
                .orElse(most);
    }
}
