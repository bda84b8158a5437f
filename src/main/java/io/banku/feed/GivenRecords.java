package io.banku.feed;

import io.banku.record.Frame;
import io.banku.record.Hint;
import io.banku.record.RecordSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Records that lie in no file. One thread. */
final class GivenRecords implements RecordSource {
    private final Iterator<byte[]> records;
    private long number;
    private long offset;

    GivenRecords(List<byte[]> records) {
        this.records = records.iterator();
    }

    @Override
    public boolean next(Frame into) {
        if (!records.hasNext()) {
            return false;
        }
        into.bytes = records.next();
        into.start = 0;
        into.length = into.bytes.length;
        into.number = ++number;
        into.fileOffset = offset;
        into.lineEnd = 0;
        offset += into.length;
        return true;
    }

    @Override
    public boolean isMarked() {
        return false;
    }

    @Override
    public Optional<Hint> otherFraming() {
        return Optional.empty();
    }

    @Override
    public Optional<Hint> otherEncoding() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
