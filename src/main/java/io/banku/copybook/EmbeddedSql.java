package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * {@code EXEC SQL … END-EXEC.} declares no storage: the table that DCLGEN writes before its record, or the limits of a
 * DECLARE SECTION. INCLUDE brings a member, as COPY does; SQLCA and SQLDA are Db2's own.
 */
final class EmbeddedSql {
    private static final Set<String> OF_THE_SYSTEM = Set.of("SQLCA", "SQLDA");

    private EmbeddedSql() {}

    static boolean begins(Word word, Word next) {
        return (word.is("EXEC") || word.is("EXECUTE")) && next.is("SQL");
    }

    /** Steps over a statement of which {@code exec} was read. The member that it brings, if it does. */
    static Optional<CopyStatement> step(Word exec, WordReader words, Faults faults) {
        words.next();
        Word member = words.accept("INCLUDE") ? words.peek() : null;
        while (!words.isAtEnd() && !words.peek().is("END-EXEC")) {
            words.next();
        }
        if (words.isAtEnd()) {
            faults.add(exec.at(), "expected END-EXEC after EXEC SQL, found the end of the copybook");
            return Optional.empty();
        }
        words.next();
        words.acceptPeriod();
        return Optional.ofNullable(member)
                .filter(name -> name.is(Kind.PLAIN) || name.is(Kind.LITERAL))
                .map(CopyStatement::of)
                .filter(statement -> !OF_THE_SYSTEM.contains(statement.name()));
    }
}
