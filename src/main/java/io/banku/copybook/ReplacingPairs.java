package io.banku.copybook;

import io.banku.copybook.Replacement.Part;
import io.banku.copybook.Word.Kind;
import io.banku.copybook.WordReader.Unexpected;
import java.util.ArrayList;
import java.util.List;

/** Text words → the pairs {@code ==:TAG:== BY ==TX== LEADING ==A== BY ==B==} up to a period. */
final class ReplacingPairs {
    private final WordReader words;
    private final List<Replacement> pairs = new ArrayList<>();

    private ReplacingPairs(WordReader words) {
        this.words = words;
    }

    static List<Replacement> read(WordReader words) {
        ReplacingPairs pairs = new ReplacingPairs(words);
        do {
            pairs.pair();
        } while (!words.peek().isPeriod() && !words.isAtEnd());
        return pairs.pairs;
    }

    private void pair() {
        Part part = words.accept("LEADING") ? Part.LEADING : words.accept("TRAILING") ? Part.TRAILING : Part.WORDS;
        Word first = words.peek();
        List<Word> sought = words.operand();
        if (sought.isEmpty()) {
            throw new Unexpected(first, "words to be replaced");
        }
        if (!words.accept("BY")) {
            throw new Unexpected(words.peek(), "BY");
        }
        List<Word> by = words.operand();
        if (part != Part.WORDS) {
            checkPart(sought);
            checkPart(by);
        }
        pairs.add(new Replacement(part, sought, by));
    }

    private static void checkPart(List<Word> part) {
        if (part.size() > 1 || part.size() == 1 && !part.get(0).is(Kind.PLAIN)) {
            throw new Unexpected(part.get(part.size() - 1), "part of one word after LEADING or TRAILING");
        }
    }
}
