package io.banku.batch;

import io.banku.log.AppendFailedException;
import java.io.IOException;

/** Takes a batch through its steps. */
@FunctionalInterface
public interface BatchRoute {
    /** Returns when the batch has come as far as it can now. */
    void send(BatchRun run) throws IOException, AppendFailedException;
}
