package io.banku.copybook;

import io.banku.copybook.Picture.Category;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The symbols of a numeric-edited PICTURE, written out → its meaning (Enterprise COBOL Language Reference, "PICTURE clause
 * editing"): a fixed sign and a fixed currency sign around digits whose leading zeros are suppressed by Z or *; or a sign or a
 * currency sign that floats before them. B, 0, / and the comma may stand anywhere between them. One use, one thread.
 */
final class EditedNumber {
    static final int MOST_CHARACTERS = 249;

    private static final Pattern EDITING = Pattern.compile("[BZ0*+,./$CD-]");
    private static final Pattern INSERTED = Pattern.compile("[B0/,]");

    private static final Pattern FIXED =
            Pattern.compile("[+-]?\\$?(?:" + suppressed("Z") + "|" + suppressed("\\*") + ")[+-]?");
    private static final Pattern FLOATING_SIGN =
            Pattern.compile("\\$?(?:" + floating("\\+") + "|" + floating("-") + ")");
    private static final Pattern FLOATING_CURRENCY = Pattern.compile("[+-]?(?:" + floating("\\$") + ")[+-]?");

    /** Before a fixed sign and a fixed currency sign nothing is inserted, nor behind a fixed sign. */
    private static final Pattern FIXED_SIGN_AT_AN_END = Pattern.compile("[+-][^+-]*|[^+-]*[+-]");

    private static final Pattern FIXED_CURRENCY_FIRST = Pattern.compile("[+-]?\\$[^$]*");

    private static String suppressed(String symbol) {
        return digitsAfter(symbol + "*") + "|" + symbol + "*[.V]" + symbol + "+";
    }

    /** At least twice: the leftmost is no digit, and stands before the decimal point. */
    private static String floating(String symbol) {
        return digitsAfter(symbol + "{2,}") + "|" + symbol + "+[.V]" + symbol + "+";
    }

    /** P stands for zeros at either end. */
    private static String digitsAfter(String first) {
        return first + "9*(?:[.V]9*)?|" + first + "9*P+V?|V?P+" + first + "9*";
    }

    private final String text;

    /** As if the point were a point, and the currency a dollar. */
    private final String symbols;

    /** Without what may stand anywhere, and without CR and DB. */
    private final String core;

    private final CompileOptions options;
    private final String currency;

    private EditedNumber(String text, String writtenOut, CompileOptions options) {
        this.text = text;
        this.options = options;
        Optional<Character> symbol = options.currency().keySet().stream()
                .filter(each -> writtenOut.indexOf(each) >= 0)
                .findFirst();
        this.currency = symbol.map(options.currency()::get).orElse("");
        String dollars = symbol.map(each -> writtenOut.replace('$', '?').replace(each == '$' ? '?' : each, '$'))
                .orElseGet(() -> writtenOut.replace('$', '?'));
        this.symbols = isComma() ? dollars.replace(',', ';').replace('.', ',').replace(';', '.') : dollars;
        this.core = INSERTED.matcher(symbols.substring(0, symbols.length() - credit().length()))
                .replaceAll("");
    }

    /** Empty when it is no numeric-edited PICTURE. */
    static Optional<Picture> of(String text, String writtenOut, CompileOptions options) {
        EditedNumber number = new EditedNumber(text, writtenOut, options);
        return number.isLegal() ? Optional.of(number.picture()) : Optional.empty();
    }

    private boolean isComma() {
        return options.point() == DecimalPoint.COMMA;
    }

    private String credit() {
        return symbols.endsWith("CR") || symbols.endsWith("DB") ? symbols.substring(symbols.length() - 2) : "";
    }

    private boolean isLegal() {
        // two signs alone float, though they look like one before and one behind
        boolean signFloats = FLOATING_SIGN.matcher(core).matches();
        boolean currencyFloats = FLOATING_CURRENCY.matcher(core).matches();
        long signs = (signFloats ? 1 : count("+-")) + credit().length() / 2;
        return (signFloats || currencyFloats || FIXED.matcher(core).matches())
                && (signFloats
                        || count("+-") == 0
                        || FIXED_SIGN_AT_AN_END.matcher(symbols).matches())
                && (currencyFloats
                        || count("$") == 0
                        || FIXED_CURRENCY_FIRST.matcher(symbols).matches())
                && signs <= 1
                && digits(core) > 0
                && EDITING.matcher(symbols).find();
    }

    /** Those of the whole or of the decimals; of a sign or currency sign that floats, the leftmost is no digit. */
    private int digits(String part) {
        long digits = part.chars().filter(each -> "9Z*".indexOf(each) >= 0).count();
        for (char floating : new char[] {'+', '-', '$'}) {
            if (count(String.valueOf(floating)) > 1) {
                digits += part.chars().filter(each -> each == floating).count() - (part.equals(core) ? 1 : 0);
            }
        }
        return (int) digits;
    }

    private long count(String any) {
        return core.chars().filter(each -> any.indexOf(each) >= 0).count();
    }

    private Picture picture() {
        int zeros = (int) count("P");
        PictureParser.checkDigits(digits(core) + zeros, text);
        int point = Math.max(core.indexOf('.'), core.indexOf('V'));
        int scale;
        if (zeros > 0) {
            scale = core.endsWith("P") || core.endsWith("PV") ? -zeros : zeros + digits(core);
        } else {
            scale = point < 0 ? 0 : digits(core.substring(point + 1));
        }
        String stored = symbols.replace("V", "").replace("P", "");
        int size = stored.length() + Math.max(0, currency.length() - 1);
        boolean signed = count("+-") > 0 || !credit().isEmpty();
        Editing editing = new Editing(stored, isComma() ? ',' : '.', isComma() ? '.' : ',', currency);
        return new Picture(text, Category.NUMERIC_EDITED, size, scale, signed, editing);
    }
}
