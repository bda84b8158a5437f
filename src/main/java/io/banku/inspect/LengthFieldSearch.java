package io.banku.inspect;

import io.banku.inspect.LengthWord.Chain;
import io.banku.inspect.LengthWord.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries every number near the beginning of a record as the record's length: binary, packed or in digits, counting all of the
 * record or all but some bytes. What is told walks the file exactly to its end, by lengths that differ.
 */
final class LengthFieldSearch {
    private static final int FARTHEST = 40;
    private static final int MOST_ADDED = 32;

    /** Fewer steps could be chance. */
    private static final int ENOUGH = 8;

    private static final int MOST_TOLD = 3;

    /** The widths of each kind, the one first that is told where several find the same records. */
    private static final Map<Kind, List<Integer>> WIDTHS = Map.of(
            Kind.BIG, List.of(2, 4),
            Kind.LITTLE, List.of(2, 4),
            Kind.EBCDIC_DIGITS, List.of(6, 5, 4, 3, 2),
            Kind.ASCII_DIGITS, List.of(6, 5, 4, 3, 2),
            Kind.ZONED, List.of(6, 5, 4, 3, 2),
            Kind.PACKED, List.of(4, 3, 2));

    private LengthFieldSearch() {}

    static List<LengthField> of(Content content) throws IOException {
        List<LengthField> found = new ArrayList<>();
        Set<Long> boundaries = new HashSet<>();
        for (Kind kind : Kind.values()) {
            for (int width : WIDTHS.get(kind)) {
                for (int at = 0; at <= FARTHEST; at++) {
                    for (int add = 0; add <= MOST_ADDED; add++) {
                        LengthWord word = new LengthWord(at, width, kind, -1, add);
                        if (found.size() < MOST_TOLD && isPossible(word.chain(content.head(), 0))) {
                            Walk walk = Walk.of(LengthField.framing(word, content.page()), content.bytes());
                            if (walk.endsWithTheFile() && boundaries.add(walk.boundaries())) {
                                found.add(new LengthField(word, walk));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isPossible(Chain chain) {
        return (chain.goesOn() || chain.endsExactly()) && chain.records() >= ENOUGH && chain.lengths() > 1;
    }
}
