package io.banku.settings;

import java.util.regex.Pattern;

/** Hides what must not appear on a screen or in a log. */
final class Secrets {
    private static final String HIDDEN = "***";
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i).*(password|secret|jaas|token|credential|\\.key$).*");
    /** To the last at sign: a password may contain one. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://).*@");

    private Secrets() {}

    /** {@code redis://app:secret@host} becomes {@code redis://***@host}; what is a secret as a whole becomes {@code ***}. */
    static String hide(String key, String value) {
        boolean maybeBarePassword = key.endsWith(".uri") && !value.contains("://");
        return maybeBarePassword || SECRET_KEY.matcher(key).matches()
                ? HIDDEN
                : USER_INFO.matcher(value).replaceAll(HIDDEN + "@");
    }
}
