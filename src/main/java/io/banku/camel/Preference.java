package io.banku.camel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header {@code Prefer} (RFC 7240): how long a client wants to wait, and for what. What we do not know, it asks of nobody; of a
 * preference that is named twice the first counts.
 */
final class Preference {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    /** Value by name in small letters, "" where there is none. */
    private final Map<String, String> preferences = new HashMap<>();

    private Preference(String header) {
        for (String preference : QuotedText.parts(header, ',')) {
            List<String> withoutParameters = QuotedText.parts(preference, ';');
            if (!withoutParameters.isEmpty()) {
                String[] pair = withoutParameters.get(0).split("=", 2);
                String value = pair.length < 2 ? "" : QuotedText.unquoted(pair[1].strip());
                preferences.putIfAbsent(pair[0].strip().toLowerCase(Locale.ROOT), value);
            }
        }
    }

    /** @param header a text, several of them, or null */
    static Preference of(Object header) {
        return new Preference(QuotedText.joined(header));
    }

    boolean isRespondAsync() {
        return preferences.containsKey("respond-async");
    }

    /** Whether the answer is to say how the account stands after the command. */
    boolean isRepresentation() {
        return preferences.getOrDefault("return", "").equals("representation");
    }

    /** What the client wants, where that is less than {@code most}; nothing at all when it wants no answer yet. */
    Duration waitAtMost(Duration most) {
        if (isRespondAsync()) {
            return Duration.ZERO;
        }
        String seconds = preferences.getOrDefault("wait", "");
        if (!SECONDS.matcher(seconds).matches()) {
            return most;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
