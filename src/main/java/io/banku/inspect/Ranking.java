package io.banku.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Which candidates are left when all of them are known. Where a stronger kind of evidence explains the file to its end, a
 * weaker one that does so too is a part of it: records of one length behind their descriptor words have columns as well.
 */
final class Ranking {
    private Ranking() {}

    /** The best ones, of equal worth; several are never certain. */
    static List<Candidate> best(List<Candidate> found) {
        for (Grade grade : List.of(Grade.CERTAIN, Grade.LIKELY)) {
            for (int strength = MOST_STRENGTH; strength >= 0; strength--) {
                List<Candidate> best = new ArrayList<>();
                for (Candidate each : found) {
                    if (each.grade() == grade
                            && (grade == Grade.LIKELY || each.isWhole())
                            && strength(each) == strength) {
                        best.add(each);
                    }
                }
                if (!best.isEmpty()) {
                    return best.size() == 1
                            ? best
                            : best.stream()
                                    .map(each -> each.with(Grade.POSSIBLE))
                                    .toList();
                }
            }
        }
        return List.of();
    }

    /** Whether it is worth more than a length in the records: it explains all, or words chain up to where the file is damaged. */
    static boolean isStronger(Candidate candidate) {
        return candidate.isWhole() || strength(candidate) >= OF_WORDS;
    }

    private static final int OF_WORDS = 2;
    private static final int MOST_STRENGTH = 3;

    /** Words that chain through a whole file are no chance; columns may be those of something else. */
    private static int strength(Candidate candidate) {
        return switch (candidate.form().name()) {
            case "bdw" -> 3;
            case "rdw" -> 2;
            case "lines" -> 1;
            default -> 0;
        };
    }
}
