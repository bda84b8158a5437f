package io.banku.camel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * What goes wrong for one request after the other is told when it begins and while it lasts, not for each of them: a log of
 * a thousand equal lines a second hides the one that differs. Thread-safe.
 */
final class Outages {
    /** After so long without another, it was over. */
    static final Duration OVER = Duration.ofMinutes(1);
    /** How often it is told that it lasts. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final int MOST_KINDS = 200;
    /** How long something was waited for differs each time. */
    private static final Pattern DURATION = Pattern.compile("\\d+ ?ms");

    private final LongSupplier nanos;
    private final Map<String, Outage> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outage> eldest) {
            return size() > MOST_KINDS;
        }
    };

    private static final class Outage {
        private boolean isKnown;
        private long told;
        private long last;
        private long untold;

        private Optional<String> another(long now) {
            boolean goesOn = isKnown && now - last < OVER.toNanos();
            last = now;
            if (goesOn && now - told < LASTS.toNanos()) {
                untold++;
                return Optional.empty();
            }
            String said = untold == 0 ? "" : " (" + untold + " more like it since it was told last)";
            isKnown = true;
            told = now;
            untold = 0;
            return Optional.of(said);
        }
    }

    Outages() {
        this(System::nanoTime);
    }

    Outages(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Notes one more of a kind.
     *
     * @param kind what is the same of all that one cause makes go wrong
     * @return what to say behind the line about this one; nothing when there is to be no line
     */
    synchronized Optional<String> more(String kind) {
        return kinds.computeIfAbsent(DURATION.matcher(kind).replaceAll("ms"), first -> new Outage())
                .another(nanos.getAsLong());
    }
}
