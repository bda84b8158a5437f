package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;

/** Tokens → what stands after OCCURS. Indexes and keys are about the program, not about the bytes. */
final class OccursParser {
    private final TokenReader tokens;
    private final Faults faults;

    OccursParser(TokenReader tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /** How often the item occurs; 1 where that cannot be said. */
    int occurrences() {
        Token times = tokens.next();
        boolean depending = times.is("UNBOUNDED");
        if (tokens.accept("TO")) {
            depending = true;
            tokens.next();
        }
        if (!depending && !(times.is(Kind.NUMBER) && times.text().matches("0*[1-9]\\d{0,8}"))) {
            throw new Unexpected(times, "a number of occurrences from 1");
        }
        tokens.accept("TIMES");
        while (beginsPhrase(tokens.peek())) {
            depending |= tokens.peek().is("DEPENDING");
            phrase();
        }
        if (depending) {
            faults.add(times, "OCCURS DEPENDING ON is not supported yet");
            return 1;
        }
        return Integer.parseInt(times.text());
    }

    private void phrase() {
        tokens.next();
        tokens.accept("ON");
        tokens.accept("KEY");
        tokens.accept("BY", "IS");
        while (tokens.peek().is(Kind.WORD)
                && !ClauseParser.beginsClause(tokens.peek())
                && !beginsPhrase(tokens.peek())) {
            tokens.next();
        }
    }

    private static boolean beginsPhrase(Token token) {
        return token.is("DEPENDING") || token.is("INDEXED") || token.is("ASCENDING") || token.is("DESCENDING");
    }
}
