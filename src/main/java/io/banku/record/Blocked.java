package io.banku.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * Fillers behind every so many bytes of records, wherever a record may be then: clearing files of card schemes have two
 * behind each 1012. Immutable.
 *
 * @param bytes of records
 * @param fillers behind them: blanks of either encoding, or X'00'
 */
record Blocked(int bytes, int fillers) {
    /** {@code 1012+2}. */
    static Blocked of(String text) {
        if (!text.matches("[1-9][0-9]{0,6}\\+[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "expected bytes of records and of fillers behind them, as 1012+2, found '" + text + "'");
        }
        String[] sides = text.split("\\+");
        return new Blocked(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    static boolean isFiller(byte b) {
        return b == 0x40 || b == 0x20 || b == 0;
    }

    /** Where in the file a byte of its content lies. */
    long inFile(long content) {
        return content + content / bytes * fillers;
    }

    /** The bytes without the fillers; the last block may be without its own. */
    InputStream content(InputStream file) {
        return new Content(file);
    }

    /** What stands where fillers should be is none. */
    static final class NoFillerException extends IOException {
        private static final long serialVersionUID = 1L;
        private final long at;
        private final String expected;
        private final String found;

        NoFillerException(long at, String expected, String found) {
            super(expected + ", found " + found);
            this.at = at;
            this.expected = expected;
            this.found = found;
        }

        String expected() {
            return expected;
        }

        /** Bytes as hexadecimal digits. */
        String found() {
            return found;
        }

        /** In the file. */
        long at() {
            return at;
        }
    }

    private final class Content extends InputStream {
        private final InputStream file;
        private int left = bytes;
        private long read;

        Content(InputStream file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left == 0 && !stepsOverFillers()) {
                return -1;
            }
            int got = file.read(into, from, Math.min(count, left));
            if (got > 0) {
                left -= got;
                read += got;
            }
            return got;
        }

        private boolean stepsOverFillers() throws IOException {
            byte[] found = file.readNBytes(fillers);
            for (byte b : found) {
                if (!isFiller(b)) {
                    throw new NoFillerException(
                            read,
                            "expected " + fillers + " fillers, blanks or X'00', behind each " + bytes + " bytes",
                            Hex.of(found, 0, found.length));
                }
            }
            read += found.length;
            left = bytes;
            return found.length == fillers;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
