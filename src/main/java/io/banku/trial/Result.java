package io.banku.trial;

import java.util.List;

/**
 * How one test, or one sample file, came out.
 *
 * @param name of the test or the file
 * @param line of {@code feed.yaml} where the test stands; 0 for a file
 * @param differences the first ones; none: as expected
 * @param more how many others there are
 * @param lines how many events and rejects were found
 */
public record Result(String name, int line, List<Difference> differences, long more, long lines) {
    public Result {
        differences = List.copyOf(differences);
    }

    public boolean isAsExpected() {
        return differences.isEmpty();
    }
}
