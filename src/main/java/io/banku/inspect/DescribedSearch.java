package io.banku.inspect;

import io.banku.inspect.LengthWord.Chain;
import io.banku.record.Framing;
import io.banku.record.FramingForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tries all framings by descriptor words: with and without blocks, fillers behind 1012 bytes, and bytes before the first. */
final class DescribedSearch {
    /** Fewer records could be chance; a word of two bytes has no zeros that could be wrong. */
    private static final int ENOUGH = 3;

    private static final int ENOUGH_OF_TWO_BYTES = 6;
    /** Where every fourth record is empty, zeros were taken for lengths. */
    private static final int EMPTY = 4;

    private static final String SHORT = "LL";
    private static final int MOST_BEFORE = 64;
    private static final int BLOCK = 1014;
    private static final String CLEARING = "1012+2";

    private final Content content;
    private final List<Candidate> found = new ArrayList<>();

    private DescribedSearch(Content content) {
        this.content = content;
    }

    static List<Candidate> of(Content content) throws IOException {
        DescribedSearch search = new DescribedSearch(content);
        for (Forms.Blocked blocked : Forms.bdw()) {
            if (blocked.fits(content.head())) {
                search.walk(blocked.form(), 0, null);
            }
        }
        for (Forms.Described described : Forms.rdw()) {
            if (!search.isShadow(described)) {
                search.tryOut(described, 0);
            }
        }
        search.blocked();
        if (search.found.stream().noneMatch(Candidate::isWhole)) {
            search.behindOtherBytes();
        }
        search.dropShadows();
        return search.found;
    }

    /** The same lengths, counted from the same byte, were found to chain to the end with two zeros behind each. */
    private boolean isShadow(Forms.Described described) {
        return wordOf(described.form()).equals(SHORT)
                && described.word().add() == 0
                && found.stream()
                        .anyMatch(
                                each -> each.isWhole() && each.form().equals(Forms.without(described.form(), "word")));
    }

    /**
     * A word of two bytes finds the same records where the reserved bytes behind it are always zero. And of those that break
     * off, the one that goes furthest is told.
     */
    private void dropShadows() {
        List<Candidate> longWords = found.stream()
                .filter(each -> !wordOf(each.form()).equals(SHORT))
                .toList();
        found.removeIf(each -> wordOf(each.form()).equals(SHORT)
                && longWords.stream()
                        .anyMatch(other ->
                                other.walk().records() == each.walk().records() && other.isWhole() == each.isWhole()));
        boolean hasWhole = found.stream().anyMatch(Candidate::isWhole);
        long furthest =
                found.stream().mapToLong(each -> each.walk().failedAt()).max().orElse(-1);
        found.removeIf(each -> !each.isWhole() && (hasWhole || each.walk().failedAt() < furthest));
    }

    private void tryOut(Forms.Described described, int before) throws IOException {
        Chain chain = described.word().chain(content.head(), before);
        boolean isPossible = chain.goesOn() ? chain.records() > 0 : chain.records() >= enough(wordOf(described.form()));
        if (isPossible && (before == 0 || chain.goesOn() && chain.records() >= ENOUGH)) {
            walk(described.form(), before, described.word());
        }
    }

    private static String wordOf(FramingForm form) {
        return form.options().getOrDefault("word", "LL00");
    }

    /** Clearing files of card schemes: four bytes of length, fillers, and a length of zero behind the last record. */
    private void blocked() throws IOException {
        if (!hasFillers(content.head())) {
            return;
        }
        for (Forms.Described described : Forms.rdw()) {
            FramingForm form = Forms.with(described.form(), "blocked", CLEARING);
            walk(form, 0, null);
            walk(Forms.with(form, "zero-word", "ends-file"), 0, null);
        }
    }

    /** Wherever a block of 1014 ends. */
    static boolean hasFillers(byte[] head) {
        boolean hasFillers = head.length >= BLOCK;
        for (int end = BLOCK; hasFillers && end <= head.length; end += BLOCK) {
            hasFillers = isFiller(head[end - 2]) && head[end - 1] == head[end - 2];
        }
        return hasFillers;
    }

    private static boolean isFiller(byte b) {
        return b == 0x40 || b == 0x20 || b == 0;
    }

    private void behindOtherBytes() throws IOException {
        for (int before = 1; before <= MOST_BEFORE && found.stream().noneMatch(Candidate::isWhole); before++) {
            for (Forms.Described described : Forms.rdw()) {
                if (described.word().zeros() >= 0) {
                    tryOut(described, before);
                }
            }
        }
    }

    private void walk(FramingForm plain, int before, LengthWord described) throws IOException {
        String word = wordOf(plain);
        FramingForm form = before == 0 ? plain : Forms.with(plain, "skip-first", String.valueOf(before));
        Walk walk = Walk.of(Framing.of(form.toString(), null, content.page()), content.bytes());
        if (walk.payload() < walk.records() || walk.records() < (walk.endsWithTheFile() ? 1 : enough(word))) {
            return;
        }
        boolean isStrong = walk.records() >= enough(word)
                && (!word.equals(SHORT) || walk.lengths().size() > 1);
        boolean isFirm = isStrong || walk.endsWithTheFile() && before == 0 && !word.equals(SHORT);
        boolean isDoubtful = word.equals(SHORT) && EMPTY * walk.lengths().getOrDefault(0, 0L) > walk.records();
        if (!isFirm || isDoubtful || (before > 0 || word.equals(SHORT)) && !walk.endsWithTheFile()) {
            return;
        }
        found.add(new Candidate(
                form,
                0,
                walk,
                isStrong && walk.endsWithTheFile() ? Grade.CERTAIN : Grade.LIKELY,
                walk.endsWithTheFile(),
                Told.walked(walk, content)
                        + (walk.endsWithTheFile() ? "" : Resumption.told(described, walk, content))));
    }

    private static int enough(String word) {
        return word.equals(SHORT) ? ENOUGH_OF_TWO_BYTES : ENOUGH;
    }
}
