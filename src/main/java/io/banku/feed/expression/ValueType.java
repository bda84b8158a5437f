package io.banku.feed.expression;

/** What an expression yields; known when the feed is loaded. */
public enum ValueType {
    /** {@link String}. */
    TEXT("text"),
    /** {@link java.math.BigDecimal}, or without one: see {@link NumberExpression}. */
    NUMBER("a number"),
    /** {@link io.banku.account.Money}. */
    MONEY("an amount of money"),
    /** {@link java.time.LocalDate}. */
    DATE("a date"),
    /** {@link java.time.LocalTime}. */
    TIME("a time"),
    /** {@link java.time.OffsetDateTime}. */
    DATETIME("a date with time"),
    /** {@link java.util.Currency}. */
    CURRENCY("a currency"),
    /** {@link io.banku.account.AccountStatus}. */
    STATUS("a status"),
    /** What cannot be known, as there is a fault that is told: anything may be made of it. */
    UNKNOWN("something unknown");

    private final String told;

    ValueType(String told) {
        this.told = told;
    }

    /** As a message says it: {@code a number}. */
    public String told() {
        return told;
    }
}
