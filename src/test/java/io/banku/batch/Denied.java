package io.banku.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What belongs to files of one name belongs to another user, until somebody gives it to us. */
final class Denied extends Steps {
    private final String file;
    private final AtomicBoolean given = new AtomicBoolean();

    Denied(String file) {
        this.file = file;
    }

    @Override
    void opened(BatchRun run) throws IOException {
        if (run.batch().file().equals(file) && !given.get()) {
            throw new AccessDeniedException(file);
        }
    }

    void give() {
        given.set(true);
    }
}
