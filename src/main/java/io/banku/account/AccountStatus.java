package io.banku.account;

import java.util.Locale;

/** UNOPENED: facts arrived, but not yet its opening. BLOCKED: the mainframe allows no debits over HTTP. */
public enum AccountStatus {
    UNOPENED,
    OPEN,
    BLOCKED,
    CLOSED;

    /** As it is written in events and views: {@code open}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when it is none of the four */
    public static AccountStatus of(String text) {
        for (AccountStatus status : values()) {
            if (status.text().equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("expected unopened, open, blocked or closed, found '" + text + "'");
    }
}
