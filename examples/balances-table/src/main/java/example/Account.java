package example;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Currency;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What a table of balances needs of an account, by the rules of docs/events/folding.md. Two of them are left out for the
 * sake of a short example: what waits in other currencies is not shown (suspense), and so an account that the mainframe
 * opens in another one stays as it was. examples/fold-events has them all.
 *
 * @param balance in the currency's smallest unit
 * @param broughtForward the last day of which the mainframe said the balance
 * @param movedOn the last day on which the mainframe booked a posting
 */
record Account(
        String currency,
        String status,
        long balance,
        long mainframe,
        String broughtForward,
        String movedOn,
        boolean parked) {

    static final Account UNKNOWN = new Account(null, "unopened", 0, 0, null, null, false);

    private static final ObjectMapper JSON = new ObjectMapper();

    Account after(Fact fact) {
        if (parked || fact.type().equals("CommandDeclined")) {
            return this;
        }
        String named = fact.text("currency");
        Account account = currency == null ? in(named) : this;
        boolean isForeign = named != null && !named.equals(account.currency);
        boolean comesTooLate = fact.type().equals("MoneyReceived") && !fact.isOfTheMainframe() && status.equals("closed");
        if (comesTooLate || (isForeign && !fact.type().equals("AccountDescribed"))) {
            return account;
        }
        try {
            return account.applied(fact);
        } catch (ArithmeticException | IllegalArgumentException cannot) {
            return new Account(currency, status, balance, mainframe, broughtForward, movedOn, true);
        }
    }

    private Account applied(Fact fact) {
        return switch (fact.type()) {
            case "AccountOpened" -> status.equals("unopened") ? with("open") : this;
            case "AccountDescribed" -> described(fact.text("status"));
            case "AccountClosed" -> with("closed");
            case "MoneyDeposited", "MoneyReceived", "PostingReversed" -> posted(fact, amount(fact));
            case "MoneyWithdrawn", "MoneySent" -> posted(fact, Math.negateExact(amount(fact)));
            case "BalanceBroughtForward" -> broughtForward(fact);
            case "BreakAcknowledged" -> this;
            default -> throw new IllegalArgumentException(fact.type());
        };
    }

    private Account described(String said) {
        return said == null || said.equals("unopened") || status.equals("unopened") ? this : with(said);
    }

    private Account posted(Fact fact, long by) {
        long now = Math.addExact(balance, by);
        if (!fact.isOfTheMainframe()) {
            return new Account(currency, status, now, mainframe, broughtForward, movedOn, false);
        }
        String bookedAt = fact.text("bookedAt");
        String day = bookedAt == null ? movedOn : later(bookedAt.substring(0, "2026-11-21".length()), movedOn);
        return new Account(currency, status, now, Math.addExact(mainframe, by), broughtForward, day, false);
    }

    /** The first one counts, unless a later day was booked before it; every other one only says what should be so. */
    private Account broughtForward(Fact fact) {
        String asOf = fact.text("asOf");
        boolean counts = broughtForward == null && (movedOn == null || movedOn.compareTo(asOf) <= 0);
        long difference = counts ? Math.subtractExact(amount(fact), mainframe) : 0;
        return new Account(
                currency,
                status,
                Math.addExact(balance, difference),
                Math.addExact(mainframe, difference),
                asOf,
                movedOn,
                false);
    }

    private Account in(String first) {
        return new Account(first, status, balance, mainframe, broughtForward, movedOn, parked);
    }

    private Account with(String next) {
        return new Account(currency, next, balance, mainframe, broughtForward, movedOn, parked);
    }

    private static String later(String day, String other) {
        return other == null || day.compareTo(other) > 0 ? day : other;
    }

    private long amount(Fact fact) {
        return new BigDecimal(fact.text("amount")).movePointRight(decimals()).longValueExact();
    }

    String decimal(long minor) {
        return BigDecimal.valueOf(minor, decimals()).toPlainString();
    }

    private int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    static Serde<Account> serde() {
        return Serdes.serdeFrom((topic, account) -> write(account), (topic, bytes) -> read(bytes));
    }

    private static byte[] write(Account account) {
        try {
            return account == null ? null : JSON.writeValueAsBytes(account);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Account read(byte[] bytes) {
        try {
            return bytes == null ? null : JSON.readValue(bytes, Account.class);
        } catch (IOException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }
}
