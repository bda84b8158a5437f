package io.banku.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which each byte is replaced by its entry in a table. One thread. */
final class TranslatedStream extends FilterInputStream {
    private final byte[] table;

    TranslatedStream(InputStream stream, byte[] table) {
        super(stream);
        this.table = table;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : table[read] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        for (int i = from; i < from + read; i++) {
            into[i] = table[into[i] & 0xFF];
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
