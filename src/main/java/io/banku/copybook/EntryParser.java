package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Tokens → entries, each from its level number to its period. What follows a fault up to the period is left out. */
final class EntryParser {
    static final int CONDITION = 88;

    private static final int LAST_LEVEL = 49;
    private static final Set<String> LISTING_CONTROL = Set.of("EJECT", "SKIP1", "SKIP2", "SKIP3");
    private static final Set<String> LATER_STATEMENTS = Set.of("COPY", "REPLACE", "EXEC", "TITLE");

    private final TokenReader tokens;
    private final IntPredicate isCut;
    private final ClauseParser clauses;
    private final Faults faults;
    private final List<Entry> entries = new ArrayList<>();

    /** @param isCut whether a line goes on beyond the columns that are read */
    EntryParser(List<Token> tokens, IntPredicate isCut, Faults faults) {
        this.tokens = new TokenReader(tokens);
        this.isCut = isCut;
        this.clauses = new ClauseParser(this.tokens, faults);
        this.faults = faults;
    }

    List<Entry> entries() {
        while (!tokens.peek().is(Kind.END)) {
            try {
                sentence();
            } catch (Unexpected unexpected) {
                if (!unexpected.at().is(Kind.FAULTY)) {
                    faults.add(unexpected.at(), unexpected.getMessage());
                }
                tokens.skipEntry();
            }
        }
        return entries;
    }

    private void sentence() {
        Token first = tokens.peek();
        if (first.is(Kind.WORD) && LISTING_CONTROL.contains(first.text())) {
            tokens.next();
            tokens.accept(Kind.PERIOD);
        } else if (first.is(Kind.WORD) && LATER_STATEMENTS.contains(first.text())) {
            faults.add(first, first + " is not supported yet");
            tokens.skipEntry();
        } else {
            entry();
        }
    }

    private void entry() {
        Token number = tokens.expect(Kind.NUMBER, "a level number (01 to 49, or 88)");
        int level = number.text().matches("\\d{1,2}") ? Integer.parseInt(number.text()) : 0;
        if (level == 66 || level == 77 || level == 78) {
            faults.add(number, "level " + level + " is not supported yet");
            tokens.skipEntry();
            return;
        }
        if (level < 1 || (level > LAST_LEVEL && level != CONDITION)) {
            throw new Unexpected(number, "a level number (01 to 49, or 88)");
        }
        Entry entry = new Entry(number, level);
        entries.add(entry);
        entry.faulty = true;
        if (level == CONDITION) {
            entry.name = tokens.expect(Kind.WORD, "the name of a condition").text();
            clauses.conditionValues(entry);
            tokens.expect(Kind.PERIOD, "a value or a period");
        } else {
            if (tokens.peek().is(Kind.WORD) && !ClauseParser.beginsClause(tokens.peek())) {
                entry.name = tokens.next().text();
            }
            while (!tokens.accept(Kind.PERIOD)) {
                if (tokens.peek().is(Kind.NUMBER) || tokens.peek().is(Kind.END)) {
                    faults.add(tokens.previous(), noPeriod());
                    return;
                }
                clauses.clause(entry);
            }
        }
        entry.faulty = entry.usageAt != null && entry.usage == null;
    }

    private String noPeriod() {
        return "expected a period after " + tokens.previous() + ", found " + tokens.peek()
                + (isCut.test(tokens.previous().line()) ? "; what stands beyond column 72 is not read" : "");
    }
}
