package io.banku.copybook;

import io.banku.copybook.CompileCondition.Unclear;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Conditional compilation (Enterprise COBOL 6.2 and later): which lines between {@code >>IF} and {@code >>END-IF}, or
 * {@code >>EVALUATE} and {@code >>END-EVALUATE}, belong to the text. One for each file.
 */
final class ConditionalText {
    private final CompileVariables variables;
    private final Faults faults;

    /** The conditions around a line, innermost first. */
    private final Deque<Branches> around = new ArrayDeque<>();

    ConditionalText(CompileVariables variables, Faults faults) {
        this.variables = variables;
        this.faults = faults;
    }

    /** One condition with its alternatives. */
    private static final class Branches {
        private final String begin;
        private final Place at;
        private final boolean isOuterRead;

        /** What WHEN is compared with; null where each is a condition of its own. */
        private final String subject;

        private boolean isTaken;
        private boolean isRead;

        Branches(String begin, Place at, boolean isOuterRead, String subject) {
            this.begin = begin;
            this.at = at;
            this.isOuterRead = isOuterRead;
            this.subject = subject;
        }

        void next(boolean holds) {
            isRead = isOuterRead && !isTaken && holds;
            isTaken |= isRead;
        }
    }

    /** Whether the next line belongs to the text. */
    boolean isRead() {
        return around.isEmpty() || around.peek().isRead;
    }

    /** @param directive what stands after {@code >>} */
    void apply(String directive, Place at) {
        String[] words = directive.split("\\s+", 2);
        String operand = words.length < 2 ? "" : words[1].strip();
        try {
            apply(words[0].toUpperCase(Locale.ROOT), operand, at);
        } catch (Unclear unclear) {
            faults.add(at, unclear.getMessage());
        }
    }

    private void apply(String word, String operand, Place at) throws Unclear {
        switch (word) {
            case "IF" -> {
                around.push(new Branches(word, at, isRead(), null));
                // where nothing is read, nobody has to say what names mean
                around.peek().next(around.peek().isOuterRead && condition(operand, at));
            }
            case "ELSE" -> within("IF", word, at).next(true);
            case "END-IF" -> {
                within("IF", word, at);
                around.pop();
            }
            case "EVALUATE" -> {
                boolean isRead = isRead();
                boolean isTrue = operand.equalsIgnoreCase("TRUE");
                around.push(new Branches(word, at, isRead, null));
                if (isRead && !isTrue) {
                    around.pop();
                    around.push(new Branches(word, at, true, operand));
                }
            }
            case "WHEN" -> {
                Branches branches = within("EVALUATE", word, at);
                branches.next(branches.isOuterRead && !branches.isTaken && when(branches, operand, at));
            }
            case "END-EVALUATE" -> {
                within("EVALUATE", word, at);
                around.pop();
            }
            default -> {
                if (isRead()) {
                    define(operand, at);
                }
            }
        }
    }

    private boolean when(Branches branches, String operand, Place at) throws Unclear {
        if (operand.equalsIgnoreCase("OTHER")) {
            return true;
        }
        if (branches.subject == null) {
            return condition(operand, at);
        }
        String[] ends = operand.split("(?i)\\s+(?:THRU|THROUGH)\\s+", 2);
        return ends.length == 1
                ? condition(branches.subject + " = " + operand, at)
                : condition(branches.subject + " >= " + ends[0] + " AND " + branches.subject + " <= " + ends[1], at);
    }

    private boolean condition(String text, Place at) throws Unclear {
        return CompileCondition.holds(text, variables, at);
    }

    private Branches within(String begin, String word, Place at) throws Unclear {
        if (around.isEmpty() || !around.peek().begin.equals(begin)) {
            throw new Unclear(">>" + begin + " before >>" + word, "none");
        }
        return around.peek();
    }

    /** {@code NAME AS 1}, {@code NAME AS PARAMETER}, {@code NAME OFF}. */
    private void define(String operand, Place at) throws Unclear {
        boolean isOverride = operand.toUpperCase(Locale.ROOT).endsWith(" OVERRIDE");
        String said = isOverride ? operand.substring(0, operand.length() - " OVERRIDE".length()) : operand;
        String[] words = said.strip().split("\\s+(?:(?i:AS)\\s+)?", 2);
        if (!CompileCondition.isName(words[0])) {
            throw new Unclear("a name after >>DEFINE", operand);
        }
        String value = words.length < 2 ? "" : words[1];
        if (value.equalsIgnoreCase("PARAMETER")) {
            // the options have said it, or nobody did
            return;
        }
        variables.define(
                words[0], value.equalsIgnoreCase("OFF") ? null : CompileCondition.literal(value), isOverride, at);
    }

    /** Tells conditions that do not end. */
    void end() {
        for (Branches open : around) {
            faults.add(open.at, "expected >>END-" + open.begin + ", found the end of the text");
        }
    }
}
