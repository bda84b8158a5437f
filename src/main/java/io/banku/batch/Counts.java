package io.banku.batch;

/** Records of a batch: {@code read = published + rejected + skipped}, always. Events are counted apart. */
public record Counts(long read, long published, long rejected, long skipped, long events) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%,d read = %,d published + %,d rejected + %,d skipped, %,d events",
                read,
                published,
                rejected,
                skipped,
                events);
    }
}
