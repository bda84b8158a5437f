package io.banku.settings;

import java.util.Locale;

/** What a process takes part in; several processes may share each role. */
public enum Role {
    /** Files become events. */
    INGEST,
    /** HTTP commands are taken in, decided, and become events. */
    COMMANDS,
    /** Events become account views. */
    PROJECTION,
    /** Account views are read over HTTP. */
    QUERIES;

    /** As it is written in settings and in the contract: {@code queries}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a process with this role serves the HTTP API. */
    public boolean answersHttp() {
        return this == COMMANDS || this == QUERIES;
    }
}
