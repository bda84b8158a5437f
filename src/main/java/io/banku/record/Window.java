package io.banku.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The part of a file that is in memory: {@code bytes} from {@code at} to {@code end}. One thread. */
final class Window implements Closeable {
    private static final int CAPACITY = 256 * 1024;

    byte[] bytes = new byte[CAPACITY];
    int at;
    int end;

    private final InputStream stream;

    /** Of {@code bytes[0]}. */
    private long offset;

    Window(InputStream stream) {
        this.stream = stream;
    }

    /** Of {@code bytes[at]} in the file. */
    long fileOffset() {
        return offset + at;
    }

    int available() {
        return end - at;
    }

    /** Reads until so many bytes are available, or the file ends. */
    boolean has(int count) throws IOException {
        return count <= available() || fill(count);
    }

    private boolean fill(int count) throws IOException {
        offset += at;
        byte[] target = count > bytes.length ? new byte[Math.max(count, 2 * bytes.length)] : bytes;
        System.arraycopy(bytes, at, target, 0, end - at);
        end -= at;
        at = 0;
        bytes = target;
        while (end < count) {
            int read = stream.read(bytes, end, bytes.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    /** The next bytes become the frame's payload. */
    void take(int length, Frame into) {
        into.bytes = bytes;
        into.start = at;
        into.length = length;
        into.fileOffset = fileOffset();
        at += length;
    }

    String hex(int count) {
        return Hex.of(bytes, at, Math.min(end, at + count));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
