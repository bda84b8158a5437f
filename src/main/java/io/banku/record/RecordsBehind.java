package io.banku.record;

import java.io.IOException;
import java.util.Optional;

/** Records of another source, changed on the way; what is said of the file is what that one says. One thread. */
public abstract class RecordsBehind implements RecordSource {
    /** Whose records these are. */
    protected final RecordSource source;

    protected RecordsBehind(RecordSource source) {
        this.source = source;
    }

    @Override
    public final boolean isMarked() {
        return source.isMarked();
    }

    @Override
    public final Optional<Hint> otherFraming() {
        return source.otherFraming();
    }

    @Override
    public final Optional<Hint> otherEncoding() {
        return source.otherEncoding();
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }
}
