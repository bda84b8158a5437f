package io.banku.view;

import io.banku.account.Account;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What may be kept aside of an account, until somebody repairs it. Accounts that have it are listed by {@link AsidePages}. */
public enum Aside {
    BREAKS(account -> account.findings().breakCount() > 0),
    /** Those among them that are not closed. */
    OPEN_BREAKS(account -> account.findings().openBreaks() > 0),
    SUSPENSE(account -> !account.findings().suspense().isEmpty()),
    PARKED(Account::isParked);

    private final Predicate<Account> account;

    Aside(Predicate<Account> account) {
        this.account = account;
    }

    public static Optional<Aside> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    public boolean isOf(Account kept) {
        return account.test(kept);
    }

    /** As it stands in keys and requests: {@code open-breaks}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
