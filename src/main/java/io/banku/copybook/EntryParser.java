package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tokens → entries, each from its level number to its period. What follows a fault up to the period is left out. */
final class EntryParser {
    static final int RENAMES = 66;
    static final int STANDALONE = 77;
    static final int CONDITION = 88;

    private static final int LAST_LEVEL = 49;
    private static final int MOST_ENTRIES = 50_000;
    private static final String LEVELS = "a level number (01 to 49, 66, 77 or 88)";
    private static final Set<String> LISTING_CONTROL = Set.of("EJECT", "SKIP1", "SKIP2", "SKIP3");
    private static final Set<String> FILES = Set.of("FD", "SD");
    private static final Set<String> HEADERS = Set.of("SECTION", "DIVISION");

    private final TokenReader tokens;
    private final Predicate<Token> isCut;
    private final ClauseParser clauses;
    private final Faults faults;
    private final List<Entry> entries = new ArrayList<>();

    /** @param isCut whether the line of a token goes on beyond the columns that are read */
    EntryParser(List<Token> tokens, Predicate<Token> isCut, CompileOptions options, Faults faults) {
        this.tokens = new TokenReader(tokens);
        this.isCut = isCut;
        this.clauses = new ClauseParser(this.tokens, options, faults);
        this.faults = faults;
    }

    List<Entry> entries() {
        while (!tokens.isAtEnd()) {
            try {
                sentence();
            } catch (Unexpected unexpected) {
                if (!unexpected.at().isTold()) {
                    faults.add(unexpected.at(), unexpected.getMessage());
                }
                tokens.skipEntry();
            }
            if (entries.size() > MOST_ENTRIES) {
                faults.add(tokens.peek(), "expected at most " + MOST_ENTRIES + " entries, found more");
                return List.of();
            }
        }
        return entries;
    }

    private void sentence() {
        Token first = tokens.peek();
        if (tokens.accept(Kind.MISSING)) {
            if (!entries.isEmpty()) {
                entries.get(entries.size() - 1).faulty = true;
            }
        } else if (first.is(Kind.WORD) && LISTING_CONTROL.contains(first.text())) {
            tokens.next();
            tokens.accept(Kind.PERIOD);
        } else if (first.is("TITLE") && tokens.peekSecond().is(Kind.TEXT_LITERAL)) {
            tokens.next();
            tokens.next();
            tokens.accept(Kind.PERIOD);
        } else if (isAroundRecords(first, tokens.peekSecond())) {
            // it says nothing of what lies in a record
            tokens.skipSentence();
        } else {
            entry();
        }
    }

    /** The entry of a file, or the header of a section. */
    private static boolean isAroundRecords(Token first, Token second) {
        return first.is(Kind.WORD)
                && second.is(Kind.WORD)
                && (FILES.contains(first.text()) || HEADERS.contains(second.text()));
    }

    private void entry() {
        Token number = tokens.expect(Kind.NUMBER, LEVELS);
        int level = number.text().matches("\\d{1,2}") ? Integer.parseInt(number.text()) : 0;
        if (!isLevel(level)) {
            throw new Unexpected(number, LEVELS);
        }
        Entry entry = new Entry(number, level);
        entries.add(entry);
        entry.faulty = true;
        switch (level) {
            case CONDITION -> {
                entry.name = tokens.expect(Kind.WORD, "the name of a condition").text();
                clauses.conditionValues(entry);
                tokens.expect(Kind.PERIOD, "a value or a period");
            }
            case RENAMES -> {
                entry.name =
                        tokens.expect(Kind.WORD, "a name for what it renames").text();
                clauses.renames(entry);
                tokens.expect(Kind.PERIOD, "THRU or a period");
            }
            default -> {
                if (!item(entry)) {
                    return;
                }
            }
        }
        entry.faulty = entry.usageAt != null && entry.usage == null;
    }

    private static boolean isLevel(int level) {
        return level >= 1 && level <= LAST_LEVEL || level == RENAMES || level == STANDALONE || level == CONDITION;
    }

    /** Whether it ends with a period. */
    private boolean item(Entry entry) {
        if (ReservedWords.isName(tokens.peek(), tokens.peekSecond(), entry.level)) {
            entry.name = tokens.next().text();
        }
        if (tokens.peek().is(Kind.TAGGED)) {
            throw new Unexpected(tokens.peek(), "a word", ", whose part REPLACING has to say");
        }
        while (!tokens.accept(Kind.PERIOD)) {
            if (tokens.peek().is(Kind.NUMBER) || tokens.isAtEnd()) {
                faults.add(tokens.previous(), noPeriod());
                return false;
            }
            clauses.clause(entry);
        }
        return true;
    }

    private String noPeriod() {
        return "expected a period after " + tokens.previous() + ", found " + tokens.peek()
                + (isCut.test(tokens.previous()) ? "; what stands beyond column 72 is not read" : "");
    }
}
