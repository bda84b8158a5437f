package io.banku.record;

import io.banku.copybook.Editing;
import io.banku.copybook.Elementary;
import java.util.Arrays;

/**
 * The editing of a numeric-edited PICTURE (Enterprise COBOL, "Editing"): digits and a sign become characters. {@code -12.5}
 * by {@code $$,$$9.99-} is <code>&#32;&#32;&#32;$12.50-</code>. Immutable.
 */
final class Editor {
    private static final char NONE = 0;

    private final String symbols;
    private final Editing editing;
    private final boolean blankWhenZero;

    /** The symbol that floats: one of {@code + - $}, or {@link #NONE}. */
    private final char floating;

    /** What stands for a zero that is suppressed. */
    private final char fill;

    private final int digits;
    private final int wholeDigits;
    private final boolean showsZero;
    private final int length;

    Editor(Elementary field) {
        editing = field.picture().editing();
        symbols = editing.symbols();
        blankWhenZero = field.blankWhenZero();
        floating = floating(symbols);
        fill = symbols.indexOf('*') < 0 ? ' ' : '*';
        digits = (int) symbols.chars().filter(this::isDigit).count() - (floating == NONE ? 0 : 1);
        wholeDigits = digits - Math.max(0, field.picture().scale());
        showsZero = symbols.indexOf('9') >= 0;
        length = symbols.length()
                + (symbols.indexOf('$') < 0 ? 0 : editing.currency().length() - 1);
    }

    private static char floating(String symbols) {
        for (char symbol : new char[] {'+', '-', '$'}) {
            if (symbols.indexOf(symbol) != symbols.lastIndexOf(symbol)) {
                return symbol;
            }
        }
        return NONE;
    }

    private boolean isDigit(int symbol) {
        return symbol == '9' || symbol == 'Z' || symbol == '*' || symbol == floating && floating != NONE;
    }

    int digits() {
        return digits;
    }

    /** Of each character of the data, whether a digit may stand there. */
    boolean[] placesOfDigits() {
        boolean[] places = new boolean[length];
        int at = 0;
        boolean hasFloated = false;
        for (char symbol : symbols.toCharArray()) {
            boolean isFirstFloating = symbol == floating && !hasFloated;
            places[at] = isDigit(symbol) && !isFirstFloating;
            boolean isCurrency = symbol == '$' && (floating != '$' || isFirstFloating);
            hasFloated |= isFirstFloating;
            at += isCurrency ? editing.currency().length() : 1;
        }
        return places;
    }

    /** Whether a minus can be seen. */
    boolean isSigned() {
        return symbols.indexOf('-') >= 0
                || symbols.indexOf('+') >= 0
                || symbols.endsWith("CR")
                || symbols.endsWith("DB");
    }

    /** @param value as many digits as the PICTURE has */
    char[] edit(String value, boolean negative) {
        boolean isZero = value.chars().allMatch(digit -> digit == '0');
        char[] edited = new char[length];
        if (isZero && (blankWhenZero || !showsZero)) {
            char all = blankWhenZero ? ' ' : fill;
            Arrays.fill(edited, all);
            if (all == '*' && symbols.indexOf('.') >= 0) {
                edited[symbols.indexOf('.') + length - symbols.length()] = editing.point();
            }
            return edited;
        }
        new Pass(value, negative, edited).run();
        return edited;
    }

    /** One number on its way through the symbols. */
    private final class Pass {
        private final String value;
        private final boolean negative;
        private final char[] out;
        private int at;
        private int digit;
        private boolean isSuppressing;
        private boolean hasFloated;

        Pass(String value, boolean negative, char[] out) {
            this.value = value;
            this.negative = negative;
            this.out = out;
        }

        void run() {
            for (int i = 0; i < symbols.length(); i++) {
                char symbol = symbols.charAt(i);
                if (symbol == floating && !hasFloated) {
                    hasFloated = true;
                    isSuppressing = true;
                    put(" ".repeat(sign(symbol).length()));
                } else if (isDigit(symbol)) {
                    digit(symbol);
                } else if (symbol == '.') {
                    begin();
                    put(editing.point());
                } else if (symbol == 'C' || symbol == 'D') {
                    put(negative ? symbols.substring(i, i + 2) : "  ");
                    i++;
                } else if (symbol == '+' || symbol == '-' || symbol == '$') {
                    put(sign(symbol));
                } else {
                    put(isSuppressing ? fill : inserted(symbol));
                }
            }
        }

        private void digit(char symbol) {
            char next = value.charAt(digit++);
            if (symbol != '9' && digit == 1 && wholeDigits > 0) {
                isSuppressing = true;
            }
            if (symbol == '9' || next != '0' || digit > wholeDigits) {
                begin();
            }
            put(isSuppressing ? fill : next);
        }

        /** Suppression ends here; what floats comes to stand right before. */
        private void begin() {
            if (isSuppressing && floating != NONE) {
                String floated = sign(floating);
                floated.getChars(0, floated.length(), out, at - floated.length());
            }
            isSuppressing = false;
        }

        private String sign(char symbol) {
            return switch (symbol) {
                case '+' -> negative ? "-" : "+";
                case '-' -> negative ? "-" : " ";
                default -> editing.currency();
            };
        }

        private char inserted(char symbol) {
            return symbol == 'B' ? ' ' : symbol == ',' ? editing.comma() : symbol;
        }

        private void put(char character) {
            out[at++] = character;
        }

        private void put(String characters) {
            characters.getChars(0, characters.length(), out, at);
            at += characters.length();
        }
    }
}
