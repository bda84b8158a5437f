package io.banku.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.banku.account.Account;
import io.banku.account.Findings;
import io.banku.account.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** An account as it is shown to the outside: amounts as decimal strings with their currency. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccountDocument(
        String account,
        String status,
        String currency,
        String holder,
        LocalDate openedOn,
        Amount balance,
        Amount available,
        Amount limit,
        Amount mainframeBalance,
        long version,
        String position,
        String asOf,
        String updatedAt,
        long breakCount,
        List<Break> breaks,
        List<Suspense> suspense,
        Parked parked) {

    public record Amount(String amount, String currency) {
        static Amount of(BigInteger minor, Currency currency) {
            return currency == null
                    ? null
                    : new Amount(
                            new BigDecimal(minor, Money.scale(currency)).toPlainString(), currency.getCurrencyCode());
        }

        static Amount of(long minor, Currency currency) {
            return currency == null ? null : of(new Money(minor, currency));
        }

        static Amount of(Money money) {
            return new Amount(money.amount(), money.currency().getCurrencyCode());
        }
    }

    /**
     * What the mainframe's balance was expected to be by its own word, and what its facts add up to; in two currencies where
     * the mainframe has opened the account in another one than it is in.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Break(
            Amount expected,
            Amount found,
            LocalDate asOf,
            String event,
            String state,
            String since,
            Acknowledgement acknowledged,
            String closedAt) {

        static Break of(Findings.Break found) {
            Findings.Acknowledgement said = found.acknowledged();
            return new Break(
                    Amount.of(found.expected()),
                    Amount.of(found.found()),
                    found.asOf(),
                    found.event(),
                    found.isClosed() ? "closed" : said == null ? "open" : "acknowledged",
                    Objects.toString(found.since(), null),
                    said == null
                            ? null
                            : new Acknowledgement(
                                    said.by(), said.reason(), said.at().toString()),
                    Objects.toString(found.closedAt(), null));
        }
    }

    public record Acknowledgement(String by, String reason, String at) {}

    public record Suspense(Amount amount, long count, String lastEvent) {}

    public record Parked(String reason, long fromOffset, long count) {}

    /** @param position {@code partition:position} of the view that it was read from */
    public static AccountDocument of(Account account, String position) {
        return of(account, position, null);
    }

    /**
     * An account as it was.
     *
     * @param position {@code partition:position} behind the last of its events
     * @param asOf up to when they were folded; null for an account as the view has it
     */
    public static AccountDocument of(Account account, String position, Instant asOf) {
        Currency currency = account.currency();
        Findings findings = account.findings();
        return new AccountDocument(
                account.id(),
                account.profile().status().text(),
                currency == null ? null : currency.getCurrencyCode(),
                account.profile().holder(),
                account.profile().openedOn(),
                Amount.of(account.balances().balance(), currency),
                Amount.of(account.available(), currency),
                Amount.of(account.profile().limit(), currency),
                Amount.of(account.balances().mainframe(), currency),
                account.version(),
                position,
                asOf == null ? null : asOf.toString(),
                account.updatedAt() == null ? null : account.updatedAt().toString(),
                findings.breakCount(),
                findings.breaks().stream().map(Break::of).toList(),
                findings.suspense().stream()
                        .map(sum -> new Suspense(
                                Amount.of(sum.balances().balance(), sum.currency()), sum.count(), sum.lastEvent()))
                        .toList(),
                findings.parked() == null
                        ? null
                        : new Parked(
                                findings.parked().reason(),
                                findings.parked().from(),
                                findings.parked().count()));
    }
}
