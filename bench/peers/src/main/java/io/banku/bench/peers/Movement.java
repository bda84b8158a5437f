package io.banku.bench.peers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The fields of a record that the bridge puts into its event ({@code bench/pipe/feed/movements}), read in the usual way. */
record Movement(String account, BigDecimal amount, String bookedAt, String text) {
    static final int LENGTH = 120;

    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final int SIGN = 60;
    private static final char BLANK_IN_ASCII = ' ';
    private static final char LAST_IN_ASCII = '~';

    /** {@code F1F2C3} at the end of an amount is {@code +12.3} with a sign in the zone: C or F is plus, D minus. */
    static Movement of(byte[] record) {
        StringBuilder digits = new StringBuilder(new String(record, 50, 10, EBCDIC)).append(record[SIGN] & 0x0F);
        BigDecimal amount = new BigDecimal(digits.toString()).movePointLeft(2);
        return new Movement(
                new String(record, 0, 20, EBCDIC).strip(),
                (record[SIGN] & 0xF0) == 0xD0 ? amount.negate() : amount,
                new String(record, 77, 14, EBCDIC),
                new String(record, 20, 30, EBCDIC).strip());
    }

    /** For a tool that reads lines only: 120 characters each; what is no character of ASCII is a dot. */
    static void writeAsText(Path file, Path to) throws IOException {
        byte[] line = new byte[LENGTH + 1];
        line[LENGTH] = '\n';
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 20)) {
            while (in.readNBytes(line, 0, LENGTH) == LENGTH) {
                String text = new String(line, 0, LENGTH, EBCDIC);
                for (int i = 0; i < LENGTH; i++) {
                    char c = text.charAt(i);
                    line[i] = (byte) (c < BLANK_IN_ASCII || c > LAST_IN_ASCII ? '.' : c);
                }
                out.write(line);
            }
        }
    }
}
