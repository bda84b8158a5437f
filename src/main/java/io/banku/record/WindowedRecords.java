package io.banku.record;

import java.io.IOException;
import java.util.Optional;

/** What all sources share that read through a {@link Window}. */
abstract class WindowedRecords implements RecordSource {
    final Window window;

    WindowedRecords(Window window) {
        this.window = window;
    }

    @Override
    public final boolean isMarked() {
        return window.isMarked();
    }

    @Override
    public final Optional<Hint> otherFraming() {
        return window.otherFraming();
    }

    @Override
    public final Optional<Hint> otherEncoding() {
        return window.otherEncoding();
    }

    @Override
    public final void close() throws IOException {
        window.close();
    }
}
