package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;

/** Tokens → what stands after OCCURS. Indexes and keys are about the program, not about the bytes. */
final class OccursParser {
    private static final String TIMES = "a number of occurrences from 1";

    private final TokenReader tokens;
    private final Faults faults;

    OccursParser(TokenReader tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /** {@code OCCURS 5 DEPENDING ON N} is from 1 to 5. */
    void read(Entry entry) {
        Token first = tokens.next();
        Token last = tokens.accept("TO") ? tokens.next() : first;
        tokens.accept("TIMES");
        while (beginsPhrase(tokens.peek())) {
            if (tokens.accept("DEPENDING")) {
                tokens.accept("ON");
                entry.dependingOn = ClauseParser.qualifiedName(tokens, "the name of the item that holds the count");
            } else {
                phrase();
            }
        }
        if (last.is("UNBOUNDED")) {
            faults.add(
                    last, "expected a largest number of occurrences, found UNBOUNDED, which no file's record can be");
            entry.occurs = 1;
            entry.dependingOn = null;
            return;
        }
        entry.occurs = number(last, 1, TIMES);
        entry.least = first == last ? 1 : number(first, 0, "a number of occurrences from 0");
        if (entry.least > entry.occurs) {
            throw new Unexpected(last, "a number of occurrences from " + entry.least);
        }
        if (first != last && entry.dependingOn == null) {
            faults.add(first, "expected DEPENDING ON after OCCURS " + first + " TO " + last + ", found none");
        }
    }

    static int number(Token token, int least, String expected) {
        if (!token.is(Kind.NUMBER) || !token.text().matches("0*\\d{1,9}") || Integer.parseInt(token.text()) < least) {
            throw new Unexpected(token, expected);
        }
        return Integer.parseInt(token.text());
    }

    private void phrase() {
        tokens.next();
        tokens.accept("ON");
        tokens.accept("KEY");
        tokens.accept("BY", "IS", "ARE");
        while (tokens.peek().is(Kind.WORD)
                && !ReservedWords.beginsClause(tokens.peek())
                && !beginsPhrase(tokens.peek())) {
            tokens.next();
        }
    }

    private static boolean beginsPhrase(Token token) {
        return token.is("DEPENDING") || token.is("INDEXED") || token.is("ASCENDING") || token.is("DESCENDING");
    }
}
