package io.banku.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Records of one length with nothing between them (RECFM=F, FB). */
final class FixedRecords implements RecordSource {
    private static final int NEAREST = 3;

    private final Window window;
    private final int length;
    private long records;

    FixedRecords(InputStream stream, int length) {
        this.window = new Window(stream);
        this.length = length;
    }

    @Override
    public boolean next(Frame into) throws IOException, FramingException {
        if (!window.has(length)) {
            if (window.available() == 0) {
                return false;
            }
            throw remainder();
        }
        window.take(length, into);
        into.number = ++records;
        return true;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private FramingException remainder() {
        long size = window.fileOffset() + window.available();
        return new FramingException(
                DataFault.REMAINDER,
                window.fileOffset(),
                "expected records of " + length + " bytes, found " + window.available() + " bytes after " + records
                        + " whole records: " + Hex.atMost(16, window.bytes, window.at, window.end)
                        + ". Is the file cut off, or the record length another? Near lengths that divide its " + size
                        + " bytes: " + nearestDivisors(size));
    }

    private String nearestDivisors(long size) {
        List<String> found = new ArrayList<>();
        for (int distance = 1; distance < length && found.size() < NEAREST; distance++) {
            if (size % (length - distance) == 0) {
                found.add(String.valueOf(length - distance));
            }
            if (length + distance <= size && size % (length + distance) == 0) {
                found.add(String.valueOf(length + distance));
            }
        }
        return found.isEmpty() ? "none" : String.join(", ", found);
    }
}
