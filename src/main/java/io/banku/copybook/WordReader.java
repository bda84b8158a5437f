package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.ArrayList;
import java.util.List;

/** Walks over text words; behind the last one there is END. */
final class WordReader {
    /** A word that cannot stand where it stands. */
    static final class Unexpected extends RuntimeException {
        private final transient Word at;

        Unexpected(Word at, String expected) {
            super("expected " + expected + ", found " + at, null, false, false);
            this.at = at;
        }

        Word at() {
            return at;
        }
    }

    private final List<Word> words;
    private final Word end;
    private int next;

    WordReader(List<Word> words) {
        this.words = words;
        Place last = words.isEmpty() ? null : words.get(words.size() - 1).at();
        this.end = new Word(Kind.END, "\n", "", last);
    }

    boolean isAtEnd() {
        return next == words.size();
    }

    Word peek() {
        return isAtEnd() ? end : words.get(next);
    }

    Word next() {
        return isAtEnd() ? end : words.get(next++);
    }

    /** Steps over a word if it is one of these. */
    boolean accept(String... any) {
        for (String word : any) {
            if (peek().is(word)) {
                next++;
                return true;
            }
        }
        return false;
    }

    boolean acceptPeriod() {
        if (peek().isPeriod()) {
            next++;
            return true;
        }
        return false;
    }

    void expectPeriod(String after) {
        if (!acceptPeriod()) {
            throw new Unexpected(peek(), "a period after " + after);
        }
    }

    /** A name, as a word or as a literal. */
    Word name(String expected) {
        Word word = next();
        if (!word.is(Kind.PLAIN) && !word.is(Kind.LITERAL)) {
            throw new Unexpected(word, expected);
        }
        return word;
    }

    /** Up to a period, and past it. */
    void skipSentence() {
        while (!isAtEnd() && !next().isPeriod()) {
            // not looked at
        }
    }

    /** What stands between {@code ==} and {@code ==}, or words that nothing separates: {@code :TAG:}. */
    List<Word> operand() {
        if (peek().isMark(Word.PSEUDO_TEXT)) {
            return pseudoText();
        }
        Word first = next();
        if (first.is(Kind.END) || first.is(Kind.MISSING) || first.isPeriod()) {
            throw new Unexpected(first, "==pseudo-text==, a word or a literal");
        }
        List<Word> operand = new ArrayList<>(List.of(first));
        while (peek().isJoined() && !isAtEnd() && !peek().isPeriod()) {
            operand.add(next());
        }
        while (peek().is("OF") || peek().is("IN")) {
            operand.add(next());
            operand.add(name("a name"));
        }
        return operand;
    }

    private List<Word> pseudoText() {
        Word open = next();
        List<Word> between = new ArrayList<>();
        while (!peek().isMark(Word.PSEUDO_TEXT)) {
            if (isAtEnd()) {
                throw new Unexpected(open, "== to close the pseudo-text");
            }
            between.add(next());
        }
        next();
        return between;
    }
}
