package io.banku.account;

import java.time.LocalDate;

/**
 * What is described rather than counted.
 *
 * @param holder null where nobody is named; an empty name names nobody
 * @param limit the agreed overdraft in minor units, 0 for none
 */
public record Profile(AccountStatus status, String holder, long limit, LocalDate openedOn) {

    public Profile {
        holder = holder == null || holder.isEmpty() ? null : holder;
    }

    static final Profile UNOPENED = new Profile(AccountStatus.UNOPENED, null, 0, null);
}
