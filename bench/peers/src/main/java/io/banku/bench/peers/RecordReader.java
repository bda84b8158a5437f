package io.banku.bench.peers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Records of a fixed length for Spring Batch, whose own readers read lines. It begins again where it stopped. */
final class RecordReader extends AbstractItemCountingItemStreamItemReader<byte[]> {
    private final Path file;
    private InputStream in = InputStream.nullInputStream();

    RecordReader(Path file) {
        this.file = file;
        setName("records");
    }

    @Override
    protected void doOpen() throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    protected byte[] doRead() throws IOException {
        byte[] record = in.readNBytes(Movement.LENGTH);
        return record.length == Movement.LENGTH ? record : null;
    }

    @Override
    protected void doClose() throws IOException {
        in.close();
    }
}
