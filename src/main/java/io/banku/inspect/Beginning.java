package io.banku.inspect;

import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The first bytes of a longer content: what is behind them is not looked at. Immutable. */
record Beginning(Bytes whole, long size) implements Bytes {
    /** Codes of a record that is not all there: here it goes on behind the sample. */
    private static final Set<String> CUT = Set.of("BNK-2101", "BNK-2103");

    /** A word that asks for much more than any record before it had is none, and hides the rest of the sample. */
    private static final int WORD = 8;

    private static final int LONGEST_BLOCK = 1 << 16;

    /** All of it where it has no more bytes than that. */
    static Bytes of(Bytes content, long most) throws IOException {
        if (most == Long.MAX_VALUE) {
            return content;
        }
        try (InputStream stream = content.open()) {
            stream.skipNBytes(most);
            return stream.read() < 0 ? content : new Beginning(content, most);
        } catch (EOFException shorter) {
            return content;
        }
    }

    @Override
    public InputStream open() throws IOException {
        return new FirstBytes(whole.open(), size);
    }

    @Override
    public Bytes through(byte[] table) {
        return new Beginning(whole.through(table), size);
    }

    @Override
    public boolean endsBefore(FramingException fault, Framing framing, int longest) {
        long most = framing.toString().contains("bdw") ? LONGEST_BLOCK : 2L * longest + WORD;
        return CUT.contains(fault.code()) && size - fault.fileOffset() <= most;
    }

    @Override
    public boolean cuts(Frame frame, int before) {
        return before > 0 && frame.lineEnd == 0 && frame.fileOffset + frame.length >= size;
    }

    @Override
    public boolean isBeginning() {
        return true;
    }

    /** Ends after so many bytes. One thread. */
    private static final class FirstBytes extends FilterInputStream {
        private long left;

        private FirstBytes(InputStream stream, long left) {
            super(stream);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int read = left == 0 ? -1 : super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left == 0 && count > 0) {
                return -1;
            }
            int read = super.read(into, from, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
