package io.banku.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * One day's file of a {@link DayFeed}: a header with date and sequence, deposits, a trailer with their count and sum.
 * Record n of {@link #deposits} pays n cents into account n; the header is record 1.
 */
record DayFile(String date, int sequence, List<String> deposits, long trailerSum) {

    static DayFile of(String date, int sequence, int deposits) {
        List<String> lines = new ArrayList<>();
        long sum = 0;
        for (int record = 2; record < deposits + 2; record++) {
            lines.add(String.format("D%010d%011d   ", record, record));
            sum += record;
        }
        return new DayFile(date, sequence, lines, sum);
    }

    /** {@code DAY.20261120.A}. */
    String name() {
        return "DAY." + date + ".A";
    }

    /** Its sum is another than the trailer's, by one cent. */
    DayFile outOfBalance() {
        return new DayFile(date, sequence, deposits, trailerSum + 1);
    }

    /** The deposit of this record has letters for an amount; the trailer counts it still. */
    DayFile withBadAmount(int record) {
        return with(record, String.format("D%010dABCDEFGHIJK   ", record));
    }

    /** Another amount, as long as before: only the sum would tell, or the hash. */
    DayFile withAmount(int record, long cents) {
        return with(record, String.format("D%010d%011d   ", record, cents));
    }

    private DayFile with(int record, String line) {
        List<String> changed = new ArrayList<>(deposits);
        changed.set(record - 2, line);
        return new DayFile(date, sequence, changed, trailerSum);
    }

    String text() {
        String header = String.format("H%s%04d            ", date, sequence);
        String trailer = String.format("T%09d%015d", deposits.size(), trailerSum);
        return header + "\n"
                + String.join("", deposits.stream().map(line -> line + "\n").toList()) + trailer + "\n";
    }

    /** Cut off between two records: all is whole but the trailer. */
    String withoutTrailer() {
        return text().substring(0, text().indexOf("T"));
    }
}
