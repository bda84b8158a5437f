package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import io.banku.copybook.WordReader.Unexpected;
import java.util.ArrayList;
import java.util.List;

/**
 * Text words, after all members were copied → text words as the REPLACE statements among them want them. A statement
 * holds up to the next one, or up to {@code REPLACE OFF}.
 */
final class ReplaceStatements {
    private final Faults faults;
    private final List<Word> replaced = new ArrayList<>();
    private Replacing replacing = new Replacing(List.of());

    /** Those that the statement that holds is for. */
    private List<Word> section = new ArrayList<>();

    private ReplaceStatements(Faults faults) {
        this.faults = faults;
    }

    static List<Word> applyTo(List<Word> words, Faults faults) {
        ReplaceStatements statements = new ReplaceStatements(faults);
        statements.run(new WordReader(words));
        return statements.replaced;
    }

    private void run(WordReader words) {
        boolean isFirst = true;
        while (!words.isAtEnd()) {
            Word word = words.next();
            if (word.is("REPLACE") && (isFirst || words.peek().isMark(Word.PSEUDO_TEXT))) {
                endSection();
                statement(words);
            } else {
                section.add(word.asWritten());
                isFirst = word.isPeriod() || word.is(Kind.MISSING);
            }
        }
        endSection();
    }

    private void endSection() {
        replaced.addAll(replacing.applyTo(section));
        section = new ArrayList<>();
    }

    private void statement(WordReader words) {
        try {
            List<Replacement> pairs = words.accept("OFF") ? List.of() : ReplacingPairs.read(words);
            words.expectPeriod("REPLACE");
            replacing = new Replacing(pairs);
        } catch (Unexpected unexpected) {
            faults.add(unexpected.at().at(), unexpected.getMessage());
            words.skipSentence();
        }
    }
}
