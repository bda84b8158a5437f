package io.banku.command;

import java.util.Optional;

/** A topic of commands of which nothing is missing, and in which nothing is; what a test says otherwise is so. */
final class WholeSource implements CommandSource {
    String missing;
    long end;
    RuntimeException unavailable;

    @Override
    public Optional<String> gap(int partition, long nextCommand) {
        return Optional.ofNullable(missing);
    }

    @Override
    public long end(int partition) {
        if (unavailable != null) {
            throw unavailable;
        }
        return end;
    }
}
