package io.banku.bench.pipe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Writes a file of deposits to accounts that are drawn by chance: the same bytes each time for the same seed. */
final class SampleFile {
    private static final byte[] HOLDER = "HOLDER OF ACCOUNT ".getBytes(Layout.EBCDIC);
    private static final byte DEPOSIT = (byte) 0xC4;

    private SampleFile() {}

    static void write(Options options) throws IOException {
        Random random = new Random(options.number("seed", 1));
        int accounts = options.number("accounts", 100_000);
        int records = options.number("records", 1_000_000);
        int day = options.number("day", 20261121);
        byte[] record = new byte[Layout.LENGTH];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(options.file())), 1 << 20)) {
            for (int i = 0; i < records; i++) {
                int account = random.nextInt(accounts);
                Arrays.fill(record, Layout.BLANK);
                digits(record, Layout.ACCOUNT, Layout.ACCOUNT_LENGTH, account);
                System.arraycopy(HOLDER, 0, record, Layout.HOLDER, HOLDER.length);
                digits(record, Layout.HOLDER + HOLDER.length, 7, account);
                digits(record, Layout.AMOUNT, Layout.AMOUNT_LENGTH, 1 + random.nextInt(99_999));
                record[Layout.TYPE] = DEPOSIT;
                packed(record, Layout.FEE, Layout.FEE_LENGTH, i % 9_999_999);
                packed(record, Layout.REFERENCE, Layout.REFERENCE_LENGTH, i);
                ByteBuffer.wrap(record).putInt(Layout.NUMBER, i);
                digits(record, Layout.BOOKED, 8, day);
                digits(record, Layout.BOOKED + 8, 6, i % 24 * 10_000 + i % 60 * 100 + i / 60 % 60);
                out.write(record);
            }
        }
    }

    private static void digits(byte[] record, int at, int length, int number) {
        int rest = number;
        for (int i = at + length - 1; i >= at; i--) {
            record[i] = (byte) (0xF0 | rest % 10);
            rest /= 10;
        }
    }

    private static void packed(byte[] record, int at, int length, long number) {
        record[at + length - 1] = (byte) (number % 10 << 4 | 0x0C);
        long rest = number / 10;
        for (int i = at + length - 2; i >= at; i--) {
            record[i] = (byte) (rest / 10 % 10 << 4 | rest % 10);
            rest /= 100;
        }
    }
}
