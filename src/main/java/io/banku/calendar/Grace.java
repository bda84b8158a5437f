package io.banku.calendar;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 30m}: how long behind its due time a file is not late yet. */
final class Grace {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})(m|h)");

    private Grace() {}

    /** @throws IllegalArgumentException when it is no such text */
    static Duration of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("expected minutes or hours such as 30m or 2h, found '" + text + "'");
        }
        long number = Long.parseLong(form.group(1));
        return form.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
    }
}
