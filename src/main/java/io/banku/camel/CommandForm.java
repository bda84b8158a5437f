package io.banku.camel;

import io.banku.account.AccountId;
import io.banku.account.Command;
import io.banku.account.Command.AcknowledgeBreak;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Transfer;
import io.banku.account.Command.Withdraw;
import io.banku.account.Decide;
import io.banku.account.Money;
import io.banku.batch.Grounds;
import java.util.Currency;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * What a client wrote becomes a command, or faults: of money, currencies, ids and texts as the contract describes them.
 * One thread, one use.
 */
final class CommandForm {
    private static final String CURRENCY = "a currency code of ISO 4217 such as \"EUR\"";
    private static final int MOST_NAME = 140;
    private static final int MOST_TEXT = 140;
    private static final int MOST_REFERENCE = 64;
    /** No control characters, no line or paragraph separators, no halves of characters. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*");

    private static final Pattern BREAK = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Pattern SOME_AMOUNT = Pattern.compile("(?=.*[1-9])[0-9]{1,16}(\\.[0-9]{1,4})?");

    private final StrictBody body;

    CommandForm(StrictBody body) {
        this.body = body;
    }

    /** How a command is read for the account that the path names; null where there was a fault. */
    @FunctionalInterface
    interface Reading {
        Command read(CommandForm form, String account);
    }

    /** The account that an opening names, or null; a property that is no id is a fault. */
    String namedAccount() {
        String id = body.text("account", AccountId.EXPECTED);
        if (id != null && !AccountId.isOne(id)) {
            body.fault("account", AccountId.EXPECTED);
            return null;
        }
        return id;
    }

    OpenAccount opening(String account) {
        namedAccount();
        Currency currency = currency();
        String holder = optional("holder", MOST_NAME);
        body.nothingElse();
        return currency == null ? null : new OpenAccount(account, currency, holder);
    }

    Deposit deposit(String account) {
        Money amount = money();
        String text = optional("text", MOST_TEXT);
        String reference = optional("reference", MOST_REFERENCE);
        body.nothingElse();
        return amount == null ? null : new Deposit(account, amount, text, reference);
    }

    Withdraw withdrawal(String account) {
        Money amount = money();
        String text = optional("text", MOST_TEXT);
        String reference = optional("reference", MOST_REFERENCE);
        body.nothingElse();
        return amount == null ? null : new Withdraw(account, amount, text, reference);
    }

    Transfer transfer(String account) {
        String target = body.required("to", AccountId.EXPECTED, AccountId::isOne);
        Money amount = money();
        String text = optional("text", MOST_TEXT);
        body.nothingElse();
        return amount == null || target == null ? null : new Transfer(account, target, amount, text);
    }

    AcknowledgeBreak acknowledgement(String account, Exchange exchange) {
        String number = body.required(
                "break",
                "the number of a break in a text, such as \"1\"",
                text -> BREAK.matcher(text).matches());
        Grounds grounds = GroundsForm.read(body, exchange, Arrival.of(exchange));
        body.nothingElse();
        return number == null || grounds.reason() == null
                ? null
                : new AcknowledgeBreak(account, Long.parseLong(number), grounds.reason(), grounds.by());
    }

    /** A text for people to read. */
    static boolean isPlain(String text, int most) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= most
                && PLAIN.matcher(text).matches();
    }

    private String optional(String name, int most) {
        return body.optional(
                name, "1 to " + most + " characters, none of them a control character", text -> isPlain(text, most));
    }

    private Currency currency() {
        String code = body.text("currency", CURRENCY);
        if (code == null) {
            if (body.isObject() && !body.has("currency")) {
                body.fault("currency", CURRENCY);
            }
            return null;
        }
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            body.fault("currency", CURRENCY);
            return null;
        }
    }

    private Money money() {
        Currency currency = currency();
        String expected = expectedAmount(currency);
        String text = body.text("amount", expected);
        if (text == null) {
            if (body.isObject() && !body.has("amount")) {
                body.fault("amount", expected);
            }
            return null;
        }
        if (currency == null) { // then the number of decimals cannot be judged, but everything else can
            return SOME_AMOUNT.matcher(text).matches() ? null : refusedAmount(expected);
        }
        try {
            Money amount = Money.parse(text, currency);
            return amount.minor() > 0 && amount.minor() <= Decide.MOST_AMOUNT ? amount : refusedAmount(expected);
        } catch (IllegalArgumentException malformed) {
            return refusedAmount(expected);
        }
    }

    private Money refusedAmount(String expected) {
        body.fault("amount", expected);
        return null;
    }

    private static String expectedAmount(Currency currency) {
        if (currency == null) {
            return "a JSON string with a positive amount such as \"125.00\"";
        }
        return "a JSON string with a positive amount, exactly " + Money.scale(currency) + " decimals for " + currency
                + ", at most " + new Money(Decide.MOST_AMOUNT, currency).amount();
    }
}
