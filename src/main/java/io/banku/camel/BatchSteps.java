package io.banku.camel;

import io.banku.batch.BatchRun;
import io.banku.batch.Chunk;
import io.banku.log.AppendFailedException;
import io.banku.record.FramingException;
import java.io.IOException;
import java.util.Iterator;
import org.apache.camel.ExchangeProperty;

/** The steps of a batch, as the route names them. */
public final class BatchSteps {

    public void stage(BatchRun batch) throws IOException, AppendFailedException {
        batch.stage();
    }

    public void check(BatchRun batch) throws IOException, AppendFailedException {
        batch.check();
    }

    public Iterator<Chunk> chunks(BatchRun batch) throws IOException, FramingException {
        return batch.chunks();
    }

    public void publish(Chunk chunk, @ExchangeProperty("batch") BatchRun batch) throws AppendFailedException {
        batch.publish(chunk);
    }

    public void settle(BatchRun batch) throws IOException {
        batch.settle();
    }
}
