package io.banku.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A command's id: the same for every retry of the same request, whichever process it meets, so that the outcome of the
 * first is the answer to all of them.
 */
public final class CommandId {
    /** Sets our name-based UUIDs (RFC 9562, version 5) apart from everybody else's. */
    private static final UUID NAMESPACE = UUID.fromString("6d1f3f0e-6a53-5d0c-9b3c-7c1a4b9a2e10");

    private CommandId() {}

    /**
     * @param principal who asks
     * @param path of the request, with the account that the command is addressed to
     * @param account the account where the path does not name it: of an opening, "" if the client left it out
     * @param key the request's Idempotency-Key
     */
    public static String of(String principal, String method, String path, String account, String key) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        for (String part : new String[] {principal, method, path, account, key}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha1.update(ByteBuffer.allocate(4).putInt(bytes.length).flip()); // so that no two lists of parts look alike
            sha1.update(bytes);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
        long most = digest.getLong() & ~0xF000L | 0x5000L;
        long least = digest.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(most, least).toString();
    }

    /** The account that is opened when the client names none: a retry derives the same, and meets the same partition. */
    public static String account(String commandId) {
        return commandId;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
