package io.banku.copybook;

import io.banku.copybook.Word.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What brings a member: {@code COPY CUSTREC OF LIB REPLACING ==:TAG:== BY ==TX==.}
 *
 * @param at where its name stands
 * @param name in upper case where it is no literal
 */
record CopyStatement(Place at, String name, Optional<String> library, Replacing replacing) {

    /** What stands between COPY and its period, and the period. */
    static CopyStatement read(WordReader words) {
        Word member = words.name("the name of a member");
        Optional<String> library = words.accept("OF", "IN")
                ? Optional.of(unquoted(words.name("the name of a library")))
                : Optional.empty();
        if (words.accept("SUPPRESS")) {
            words.accept("PRINTING");
        }
        List<Replacement> replacements = words.accept("REPLACING") ? ReplacingPairs.read(words) : List.of();
        String name = unquoted(member);
        words.expectPeriod("COPY " + name);
        return new CopyStatement(member.at(), name, library, new Replacing(replacements));
    }

    /** Of a statement without phrases, EXEC SQL INCLUDE. */
    static CopyStatement of(Word member) {
        return new CopyStatement(member.at(), unquoted(member), Optional.empty(), new Replacing(List.of()));
    }

    private static String unquoted(Word name) {
        return name.is(Kind.LITERAL)
                ? name.text().replaceAll("^.*?(['\"])(.*)\\1$", "$2")
                : name.text().toUpperCase(Locale.ROOT);
    }
}
