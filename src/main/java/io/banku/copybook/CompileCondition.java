package io.banku.copybook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands after {@code >>IF} → true or false: {@code NAME IS NOT DEFINED}, {@code BATCH = 1 AND LANG = 'DE'}. */
final class CompileCondition {
    /** What is no condition. */
    static final class Unclear extends Exception {
        Unclear(String expected, String found) {
            super("expected " + expected + ", found " + found, null, false, false);
        }
    }

    private static final String CONDITION = "a condition such as NAME IS DEFINED or NAME = 1";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*('[^']*'|\"[^\"]*\"|[Bb]'[01]'|<=|>=|<>|[=<>()]|[A-Za-z0-9_@#$+-]+)");
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_@#$-]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    private final String text;
    private final CompileVariables variables;
    private final Place at;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private CompileCondition(String text, CompileVariables variables, Place at) {
        this.text = text;
        this.variables = variables;
        this.at = at;
    }

    static boolean holds(String text, CompileVariables variables, Place at) throws Unclear {
        CompileCondition condition = new CompileCondition(text, variables, at);
        condition.split();
        boolean holds = condition.anyOf();
        if (condition.next < condition.tokens.size()) {
            throw condition.unclear();
        }
        return holds;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Without its quotes. */
    static String literal(String text) {
        return text.replaceAll("^[Bb]?(['\"])(.*)\\1$", "$2");
    }

    private Unclear unclear() {
        return new Unclear(CONDITION, text.isEmpty() ? "none" : text);
    }

    private void split() throws Unclear {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find(end) && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (!text.substring(end).matches("[\\s.]*")) {
            throw unclear();
        }
    }

    private boolean anyOf() throws Unclear {
        boolean any = allOf();
        while (accept("OR")) {
            any |= allOf();
        }
        return any;
    }

    private boolean allOf() throws Unclear {
        boolean all = one();
        while (accept("AND")) {
            all &= one();
        }
        return all;
    }

    private boolean one() throws Unclear {
        if (accept("NOT")) {
            return !one();
        }
        if (accept("(")) {
            boolean within = anyOf();
            if (!accept(")")) {
                throw unclear();
            }
            return within;
        }
        return relation(operand());
    }

    private boolean relation(String left) throws Unclear {
        accept("IS");
        boolean isNot = accept("NOT");
        if (accept("DEFINED") && isName(left)) {
            return variables.isDefined(left, at) != isNot;
        }
        String relation = relation();
        accept("TO", "THAN");
        String one = value(left);
        String other = value(operand());
        return one != null && other != null && holds(relation, compare(one, other)) != isNot;
    }

    private String relation() throws Unclear {
        String relation = operand().toUpperCase(Locale.ROOT);
        accept("THAN");
        boolean isOrEqual = accept("OR");
        if (isOrEqual && !accept("EQUAL")) {
            throw unclear();
        }
        return switch (relation) {
            case "EQUAL", "EQUALS" -> "=";
            case "GREATER" -> isOrEqual ? ">=" : ">";
            case "LESS" -> isOrEqual ? "<=" : "<";
            case "=", "<", ">", "<=", ">=", "<>" -> relation;
            default -> throw unclear();
        };
    }

    private static boolean holds(String relation, int comparison) {
        return switch (relation) {
            case "=" -> comparison == 0;
            case "<>" -> comparison != 0;
            case "<" -> comparison < 0;
            case ">" -> comparison > 0;
            case "<=" -> comparison <= 0;
            default -> comparison >= 0;
        };
    }

    private static int compare(String one, String other) {
        boolean areNumbers =
                NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
        return areNumbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }

    private String value(String operand) {
        return isName(operand) ? variables.value(operand, at) : literal(operand);
    }

    private String operand() throws Unclear {
        if (next == tokens.size()) {
            throw unclear();
        }
        return tokens.get(next++);
    }

    private boolean accept(String... words) {
        for (String word : words) {
            if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(word)) {
                next++;
                return true;
            }
        }
        return false;
    }
}
