package io.banku.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Was an EBCDIC file sent in ASCII mode? Such a transfer translates every byte, those of packed and binary numbers too,
 * and cannot be undone. Judged by many bytes at once: some records of such a file still look right.
 */
public final class TextModeTransfer {
    private static final int CLEARLY = 4;

    private static final int SAMPLE = 1 << 16;

    private TextModeTransfer() {}

    /** As {@link #isLikely(byte[])}, by the first bytes of a file's content. */
    public static boolean isLikely(InputStream file) throws IOException {
        Window window = new Window(file, Margins.NONE, Diagnosis.NONE);
        try {
            window.has(SAMPLE);
        } catch (FramingException packed) {
            return false; // why it cannot be read is told to whoever reads its records
        }
        return isLikely(Arrays.copyOfRange(window.bytes, window.at, Math.min(window.end, SAMPLE)));
    }

    /** True when blanks, digits and capital letters are overwhelmingly those of ASCII. */
    public static boolean isLikely(byte[] sample) {
        int ascii = 0;
        int ebcdic = 0;
        for (byte b : sample) {
            int c = b & 0xFF;
            if (c == 0x20 || (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5A)) {
                ascii++;
            } else if (c == 0x40 || c >= 0xF0 && c <= 0xF9 || isEbcdicCapital(c)) {
                ebcdic++;
            }
        }
        return ascii > CLEARLY * ebcdic && ascii > sample.length / CLEARLY;
    }

    private static boolean isEbcdicCapital(int c) {
        return (c >= 0xC1 && c <= 0xC9) || (c >= 0xD1 && c <= 0xD9) || (c >= 0xE2 && c <= 0xE9);
    }
}
