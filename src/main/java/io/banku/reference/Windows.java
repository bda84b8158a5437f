package io.banku.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** A file in memory as the operating system pages it, in windows of one size: one alone could not be longer than 2 GB. */
final class Windows {
    private final ByteBuffer[] windows;
    private final long length;
    private final int size;

    private Windows(ByteBuffer[] windows, long length, int size) {
        this.windows = windows;
        this.length = length;
        this.size = size;
    }

    /** @param length in bytes; where the file is shorter and may be written, it becomes that long */
    static Windows of(FileChannel file, MapMode mode, long length, int size) throws IOException {
        ByteBuffer[] windows = new ByteBuffer[(int) ((length + size - 1) / size)];
        for (int i = 0; i < windows.length; i++) {
            long from = (long) i * size;
            windows[i] = file.map(mode, from, Math.min(size, length - from));
        }
        return new Windows(windows, length, size);
    }

    long length() {
        return length;
    }

    int count() {
        return windows.length;
    }

    /** For one thread, from its beginning on. */
    ByteBuffer window(int number) {
        return windows[number].duplicate().rewind();
    }

    /** Up to the end of the window. */
    long left(long at) {
        return Math.min(length, at / size * size + size) - at;
    }

    long getLong(long at) {
        return windows[(int) (at / size)].getLong((int) (at % size));
    }

    void putLong(long at, long value) {
        windows[(int) (at / size)].putLong((int) (at % size), value);
    }

    int getInt(long at) {
        return windows[(int) (at / size)].getInt((int) (at % size));
    }

    void get(long at, byte[] into, int count) {
        windows[(int) (at / size)].get((int) (at % size), into, 0, count);
    }

    boolean holds(long at, byte[] bytes) {
        ByteBuffer window = windows[(int) (at / size)];
        int from = (int) (at % size);
        for (int i = 0; i < bytes.length; i++) {
            if (window.get(from + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
