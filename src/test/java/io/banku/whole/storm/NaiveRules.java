package io.banku.whole.storm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why a wish is declined, from the rules as a client knows them: an account that is not opened is not there. */
final class NaiveRules {
    /** What stands for a reason where there is none. */
    static final String ACCEPTED = "";

    private NaiveRules() {}

    /** An account as a decider may have seen it. @param currency null for one that is not there */
    record Sight(long balance, String currency) {
        static final Sight NOTHING = new Sight(0, null);
    }

    /** Every answer that is right on one of the states that may have been seen. */
    static Set<String> right(Wish wish, List<Sight> own, List<Sight> target) {
        Set<String> right = new LinkedHashSet<>();
        for (Sight account : own) {
            for (Sight receiver : target) {
                right.add(reason(wish, account, receiver));
            }
        }
        return right;
    }

    private static String reason(Wish wish, Sight own, Sight target) {
        if (wish.type().equals("AccountOpened")) {
            return own.currency() == null ? ACCEPTED : "account-exists";
        }
        if (own.currency() == null) {
            return "unknown-account";
        }
        if (!own.currency().equals(wish.currency())) {
            return "currency-mismatch";
        }
        if (wish.type().equals("MoneyDeposited")) {
            return ACCEPTED;
        }
        if (own.balance() < wish.minor()) {
            return "insufficient-funds";
        }
        if (wish.type().equals("MoneyWithdrawn")) {
            return ACCEPTED;
        }
        if (wish.target().equals(wish.account())) {
            return "same-account";
        }
        if (target.currency() == null) {
            return "unknown-target";
        }
        return target.currency().equals(wish.currency()) ? ACCEPTED : "target-currency-mismatch";
    }
}
