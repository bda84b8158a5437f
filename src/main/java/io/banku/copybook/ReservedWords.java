package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.Set;

/**
 * Words that begin a clause, and may be a name all the same: what one compiler reserves, another one does not, and
 * {@code 05 INDEX PIC 9(4).} can only mean an item of that name.
 */
final class ReservedWords {
    private static final Set<String> PICTURES = Set.of("PIC", "PICTURE");
    private static final Set<String> WITH_OPERAND =
            Set.of("USAGE", "REDEFINES", "OCCURS", "SIGN", "VALUE", "VALUES", "BLANK", "GROUP-USAGE", "BYTE-LENGTH");
    private static final Set<String> OF_RECORDS = Set.of("EXTERNAL", "GLOBAL");
    private static final Set<String> OTHERS = Set.of(
            "LEADING", "TRAILING", "JUST", "JUSTIFIED", "SYNC", "SYNCHRONIZED", "VOLATILE", "IS", "DYNAMIC", "ANY");

    private ReservedWords() {}

    static boolean beginsClause(Token token) {
        return token.is(Kind.WORD)
                && (PICTURES.contains(token.text())
                        || WITH_OPERAND.contains(token.text())
                        || OF_RECORDS.contains(token.text())
                        || OTHERS.contains(token.text())
                        || UsageWords.of(token) != null
                        || UsageWords.isLater(token));
    }

    /** Whether what follows a level number is a name, though it may look like the beginning of a clause. */
    static boolean isName(Token word, Token next, int level) {
        if (!word.is(Kind.WORD) || PICTURES.contains(word.text())) {
            return false;
        }
        if (!beginsClause(word)) {
            return true;
        }
        if (WITH_OPERAND.contains(word.text())) {
            boolean hasOperand = word.is("SIGN") && (next.is("LEADING") || next.is("TRAILING") || next.is("IS"))
                    || word.text().endsWith("USAGE") && (UsageWords.of(next) != null || UsageWords.isLater(next))
                    || next.is("IS");
            return !hasOperand && (beginsClause(next) || next.is(Kind.PERIOD));
        }
        if (OF_RECORDS.contains(word.text())) {
            return level > 1 && level != EntryParser.STANDALONE;
        }
        Usage usage = UsageWords.of(word);
        return usage != null && usage.isPictureless() && PICTURES.contains(next.text());
    }
}
