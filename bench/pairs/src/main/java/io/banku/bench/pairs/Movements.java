package io.banku.bench.pairs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A file of the plain pipe's layout: 120 bytes each, in EBCDIC, the account's number in the first 20, cents in 11 from 50 on.
 *
 * @param records how many there are
 * @param sums cents per account, by its number
 */
record Movements(Path path, int records, long[] sums) {
    private static final int LENGTH = 120;
    private static final int ACCOUNT_DIGITS = 20;
    private static final int AMOUNT = 50;
    private static final int AMOUNT_DIGITS = 11;

    /**
     * @param pipe the program that writes it, the same for the same seed
     * @param accounts among which each record chooses one, all as likely
     */
    static Movements write(Path pipe, Path path, int records, int accounts, long seed)
            throws IOException, InterruptedException {
        if (Files.notExists(path)) {
            List<String> command = List.of(
                    pipe.toString(),
                    "write",
                    path.toString(),
                    "--records",
                    Integer.toString(records),
                    "--accounts",
                    Integer.toString(accounts),
                    "--seed",
                    Long.toString(seed));
            Path directory = path.getParent();
            try (Child writer = Child.quiet(command, Map.of(), directory, directory.resolve("write.log"))) {
                writer.await();
            }
        }
        return new Movements(path, records, sums(path, records, accounts));
    }

    private static long[] sums(Path path, int records, int accounts) throws IOException {
        long[] sums = new long[accounts];
        byte[] record = new byte[LENGTH];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 20)) {
            for (int i = 0; i < records; i++) {
                if (in.readNBytes(record, 0, LENGTH) < LENGTH) {
                    throw new IOException("expected " + records + " records in " + path + ", found " + i);
                }
                sums[(int) number(record, 0, ACCOUNT_DIGITS)] += number(record, AMOUNT, AMOUNT_DIGITS);
            }
        }
        return sums;
    }

    private static long number(byte[] record, int at, int digits) {
        long number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + (record[i] & 0x0F);
        }
        return number;
    }

    /** The name of an account. */
    static String account(int number) {
        return String.format("%020d", number);
    }

    /** What the accounts have after both files. */
    static long[] together(long[] one, long[] other) {
        long[] sums = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            sums[i] += other[i];
        }
        return sums;
    }
}
