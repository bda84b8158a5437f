package io.banku.settings;

import java.util.regex.Pattern;

/** The names and addresses by which only this machine reaches itself. */
public final class Loopback {
    private static final Pattern NAME =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /** @param host without a port; an address of IPv6 with or without its brackets */
    public static boolean isHost(String host) {
        return NAME.matcher(host).matches();
    }
}
