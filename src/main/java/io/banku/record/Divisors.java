package io.banku.record;

import java.util.ArrayList;
import java.util.List;

/** Record lengths that a file's size is a multiple of. */
final class Divisors {
    private static final int NEAREST = 3;

    /** Of a hundred bytes so many are as those a record before: numbers and names differ, blanks and zeros do not. */
    private static final int ALIKE = 50;

    private Divisors() {}

    /** The nearest first, and where the bytes repeat: {@code 120, 100; the bytes repeat at 120}. */
    static String near(int length, long size, byte[] head) {
        List<Integer> found = new ArrayList<>();
        for (int distance = 1; distance < length && found.size() < NEAREST; distance++) {
            if (size % (length - distance) == 0) {
                found.add(length - distance);
            }
            if (length + distance <= size && size % (length + distance) == 0) {
                found.add(length + distance);
            }
        }
        if (found.isEmpty()) {
            return "none";
        }
        StringBuilder told = new StringBuilder();
        found.forEach(divisor -> told.append(told.isEmpty() ? "" : ", ").append(divisor));
        int best = found.stream()
                .max((one, other) -> Integer.compare(alike(head, one), alike(head, other)))
                .orElseThrow();
        if (alike(head, best) >= ALIKE && alike(head, best) > alike(head, length)) {
            told.append("; the bytes repeat at ").append(best);
        }
        return told.toString();
    }

    /** Of a hundred bytes, how many are as those so far behind them. */
    private static int alike(byte[] head, int distance) {
        int same = 0;
        for (int i = distance; i < head.length; i++) {
            same += head[i] == head[i - distance] ? 1 : 0;
        }
        return head.length < 3 * distance ? 0 : 100 * same / (head.length - distance);
    }
}
