package io.banku.account;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in one currency: {@code minor} counts the currency's smallest unit (cents for EUR, yen for JPY).
 * Immutable. Its text has the currency's scale: {@code 125.00}, {@code -0.05}, {@code 70} for JPY.
 */
public record Money(long minor, Currency currency) {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads {@code 125.00}: an optional minus, digits, and exactly the currency's number of decimals.
     *
     * @throws IllegalArgumentException when the text is not such an amount or does not fit 64 bits of minor units
     */
    public static Money parse(String text, Currency currency) {
        return new Money(parseMinor(text, scale(currency)), currency);
    }

    /**
     * A decimal number with its own scale as money: 12.5 EUR is 12.50; 12.505 EUR is refused, as it has no cents.
     *
     * @throws ArithmeticException when digits would be lost or the amount does not fit 64 bits of minor units
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(scale(currency)).unscaledValue().longValueExact(), currency);
    }

    /** Number of decimals of the currency; those without any (XAU and the like) count as 0. */
    public static int scale(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** @throws ArithmeticException when the sum does not fit 64 bits */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /** @throws ArithmeticException when the difference does not fit 64 bits */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The amount without its currency: {@code 125.00}. */
    public String amount() {
        return BigDecimal.valueOf(minor, scale(currency)).toPlainString();
    }

    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("expected " + currency + ", found " + other.currency);
        }
        return other;
    }

    private static long parseMinor(String text, int scale) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = scale == 0 ? text.length() : text.length() - scale - 1;
        if (point <= start || (scale > 0 && text.charAt(point) != '.')) {
            throw malformed(text, scale);
        }
        long minor = 0;
        try {
            for (int i = start; i < text.length(); i++) {
                if (i == point) {
                    continue;
                }
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw malformed(text, scale);
                }
                minor = Math.subtractExact(Math.multiplyExact(minor, 10L), digit);
            }
            return start == 1 ? minor : Math.negateExact(minor);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("expected an amount of at most 64 bits, found " + text, tooLarge);
        }
    }

    private static IllegalArgumentException malformed(String text, int scale) {
        return new IllegalArgumentException("expected digits with exactly " + scale
                + " decimals (and a leading - if negative), found '" + text + "'");
    }
}
