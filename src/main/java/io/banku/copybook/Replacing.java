package io.banku.copybook;

import io.banku.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens of a member → tokens as the REPLACING phrase of its COPY statement wants them (Enterprise COBOL, COPY statement,
 * comparison and replacement): the first pair that fits a word replaces it, and what was replaced is not looked at again.
 * Replaced words keep the place of those that they stand for, so that faults are told where they can be mended.
 */
final class Replacing {
    private final List<Replacement> replacements;
    private final DecimalPoint point;
    private final Faults faults;

    Replacing(List<Replacement> replacements, DecimalPoint point, Faults faults) {
        this.replacements = replacements;
        this.point = point;
        this.faults = faults;
    }

    List<Token> applyTo(List<Token> tokens) {
        if (replacements.isEmpty()) {
            return tokens;
        }
        List<Token> replaced = new ArrayList<>();
        int next = 0;
        while (next < tokens.size()) {
            Replacement fitting = fitting(tokens, next);
            if (fitting == null) {
                addCompleted(tokens.get(next), replaced);
                next++;
            } else {
                addAll(fitting.by(), tokens.get(next), replaced);
                next += fitting.sought().size();
            }
        }
        return replaced;
    }

    private Replacement fitting(List<Token> tokens, int index) {
        for (Replacement replacement : replacements) {
            if (replacement.standsAt(tokens, index)) {
                return replacement;
            }
        }
        return null;
    }

    private static void addAll(List<Token> by, Token found, List<Token> replaced) {
        for (Token token : by) {
            Kind kind = found.is(Kind.PICTURE) && by.size() == 1 ? Kind.PICTURE : token.kind();
            replaced.add(new Token(kind, token.text(), found.at()));
        }
    }

    /** A word that was completed may be any kind of word now: the {@code :N:} of OCCURS is a number. */
    private void addCompleted(Token token, List<Token> replaced) {
        String text = token.text();
        if (token.is(Kind.WORD) || token.is(Kind.TAGGED) || token.is(Kind.PICTURE)) {
            for (Replacement replacement : replacements) {
                text = replacement.part() == null ? text : replacement.part().apply(text);
            }
        }
        if (text.equals(token.text())) {
            replaced.add(token);
        } else if (token.is(Kind.PICTURE)) {
            replaced.add(new Token(Kind.PICTURE, text, token.at()));
        } else {
            replaced.addAll(Scanner.tokens(text, token.at(), point, faults));
        }
    }
}
