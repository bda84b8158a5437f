package io.banku.record;

import java.util.Optional;

/**
 * What a transfer in text mode has made of an EBCDIC file. It translates every byte, those of packed and binary numbers
 * too, and cannot be undone. Judged by many bytes at once: some records of such a file still look right.
 */
public enum TextModeTransfer {
    NONE(""),
    /** A byte for each byte, as FTP does it: {@code 40 F1 C1} has become {@code 20 31 41}. */
    ASCII("found blanks, digits and letters of ASCII: this file was sent in ASCII mode, which spoils packed and binary"
            + " numbers"),
    /** One to three bytes for each byte: {@code 1F FC} has become {@code 1F C3 BC}, or {@code 1F EF BF BD}. */
    UTF_8("found characters of UTF-8: this file was made UTF-8 on its way, which spoils packed and binary numbers and"
            + " moves what stands behind them");

    private static final String CODE = "BNK-4005";

    private static final int CLEARLY = 4;

    private final String told;

    TextModeTransfer(String told) {
        this.told = told;
    }

    /** What was expected and found, and what to do. */
    public String told() {
        return "expected EBCDIC, " + told + "; ask for it again in binary mode";
    }

    /** Empty where there was none. */
    public Optional<Hint> hint() {
        return this == NONE
                ? Optional.empty()
                : Optional.of(new Hint(
                        CODE, told() + "; if all of its records are text, encoding us-ascii or utf-8 reads it"));
    }

    /**
     * ASCII when blanks, digits and capital letters are overwhelmingly those of ASCII; UTF-8 when the bytes beyond ASCII
     * are overwhelmingly parts of its characters, as in no EBCDIC text.
     */
    public static TextModeTransfer of(byte[] sample) {
        int ascii = 0;
        int ebcdic = 0;
        int wide = 0;
        int stray = 0;
        int characters = 0;
        for (int i = 0; i < sample.length; characters++) {
            int c = sample[i] & 0xFF;
            int size = sizeOfWide(sample, i);
            wide += size > 1 ? 1 : 0;
            stray += size == 1 && c > 0x7F ? 1 : 0;
            ascii += isAsciiText(c) ? 1 : 0;
            ebcdic += size == 1 && isEbcdicText(c) ? 1 : 0;
            i += size;
        }
        boolean isAscii = ascii > CLEARLY * ebcdic && ascii > characters / CLEARLY;
        boolean isUtf8 = wide > CLEARLY * stray && (isAscii || wide > CLEARLY);
        return isUtf8 ? UTF_8 : isAscii ? ASCII : NONE;
    }

    /** Whether blanks, digits and capital letters are overwhelmingly those of EBCDIC. */
    public static boolean isEbcdic(byte[] sample) {
        int ascii = 0;
        int ebcdic = 0;
        for (byte b : sample) {
            ascii += isAsciiText(b & 0xFF) ? 1 : 0;
            ebcdic += isEbcdicText(b & 0xFF) ? 1 : 0;
        }
        return ebcdic > CLEARLY * ascii && ebcdic > sample.length / CLEARLY;
    }

    /** How many bytes the UTF-8 character has that begins here; 1 where none of several begins. */
    private static int sizeOfWide(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int size = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : 1;
        for (int i = 1; i < size; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return size;
    }

    private static boolean isAsciiText(int c) {
        return c == ' ' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
    }

    static boolean isEbcdicText(int c) {
        return c == 0x40
                || c >= 0xF0 && c <= 0xF9
                || c >= 0xC1 && c <= 0xC9
                || c >= 0xD1 && c <= 0xD9
                || c >= 0xE2 && c <= 0xE9;
    }
}
