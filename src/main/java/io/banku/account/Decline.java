package io.banku.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why a command was not carried out. The slug is for ever: it is in the log and in the answers of the API. */
public enum Decline {
    ACCOUNT_EXISTS("account-exists", "The account is opened already"),
    UNKNOWN_ACCOUNT("unknown-account", "There is no such account"),
    ACCOUNT_NOT_OPENED("account-not-opened", "Facts about the account arrived, but not yet its opening"),
    ACCOUNT_CLOSED("account-closed", "The account is closed"),
    ACCOUNT_BLOCKED("account-blocked", "The account is blocked for debits"),
    ACCOUNT_PARKED("account-parked", "The account waits for a repair"),
    CURRENCY_MISMATCH("currency-mismatch", "The account is in another currency"),
    INSUFFICIENT_FUNDS("insufficient-funds", "The amount is beyond what is available"),
    AMOUNT_TOO_LARGE("amount-too-large", "The amount, or the balance with it, is beyond what is kept"),
    SAME_ACCOUNT("same-account", "A transfer needs two accounts"),
    UNKNOWN_TARGET("unknown-target", "There is no such account to receive the amount"),
    TARGET_NOT_OPENED("target-not-opened", "The receiving account is not opened yet"),
    TARGET_CLOSED("target-closed", "The receiving account is closed"),
    TARGET_PARKED("target-parked", "The receiving account waits for a repair"),
    TARGET_CURRENCY_MISMATCH("target-currency-mismatch", "The receiving account is in another currency"),
    NO_OPEN_BREAK("no-open-break", "The account has no such break that is not closed"),
    UNREADABLE_COMMAND("unreadable-command", "The command is of a version that the deciding process cannot read");

    private static final Set<Decline> ABOUT_TARGETS =
            EnumSet.of(UNKNOWN_TARGET, TARGET_NOT_OPENED, TARGET_CLOSED, TARGET_PARKED, TARGET_CURRENCY_MISMATCH);

    private final String slug;
    private final String meaning;

    Decline(String slug, String meaning) {
        this.slug = slug;
        this.meaning = meaning;
    }

    public static Optional<Decline> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(reason -> reason.slug.equals(slug))
                .findFirst();
    }

    /** As it is written in events and answers: {@code insufficient-funds}. */
    public String slug() {
        return slug;
    }

    /** Whether it rests on what is known of the account that would receive the amount. */
    public boolean isAboutTarget() {
        return ABOUT_TARGETS.contains(this);
    }

    /** One line, for people. */
    public String meaning() {
        return meaning;
    }
}
