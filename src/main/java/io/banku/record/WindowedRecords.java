package io.banku.record;

import java.io.IOException;

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
    public final String misfit(long rejects) {
        return window.misfit(rejects);
    }

    @Override
    public final void close() throws IOException {
        window.close();
    }
}
