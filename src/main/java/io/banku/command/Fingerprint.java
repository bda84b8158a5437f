package io.banku.command;

import io.banku.account.Command;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a command says, in hex: order and blanks of the request's JSON do not count. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Command command) {
        MessageDigest sha256 = sha256();
        sha256.update(CommandRecords.type(command).getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(CommandRecords.value(command));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
