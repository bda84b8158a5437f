package io.banku.batch;

import java.util.Locale;

/** Why a batch waits for an operator. Released, this reason does not hold the batch again. */
public enum HoldReason {
    SUSPECTED_DUPLICATE,
    NAME_CONFLICT,
    OUT_OF_BALANCE,
    REJECTS,
    FILE_CHANGED;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
