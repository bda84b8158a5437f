package io.banku.feed;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a file in the inbox is complete. */
public sealed interface Readiness {

    /** Size and time of change did not change for that long. */
    record Stable(Duration quiet) implements Readiness {}

    /** {@code NAME.done} lies beside it. */
    record DoneFile() implements Readiness {}

    /** The writer renames it into place: complete as soon as it is there. */
    record Renamed() implements Readiness {}

    /** Writers pause, and clients of file servers show old attributes for some seconds: a night's file can wait. */
    Readiness DEFAULT = new Stable(Duration.ofSeconds(10));

    /** @throws IllegalArgumentException when it is none of {@code stable 2s}, {@code done-file}, {@code rename} */
    static Readiness of(String text) {
        Matcher stable = Pattern.compile("stable\\s+([0-9]{1,6})(ms|s|m)").matcher(text);
        if (stable.matches()) {
            long number = Long.parseLong(stable.group(1));
            return new Stable(
                    switch (stable.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        default -> Duration.ofMinutes(number);
                    });
        }
        return switch (text) {
            case "done-file" -> new DoneFile();
            case "rename" -> new Renamed();
            default ->
                throw new IllegalArgumentException(
                        "expected 'stable 2s' (ms, s or m), 'done-file' or 'rename', found '" + text + "'");
        };
    }
}
