package io.banku.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may use the API: a file with one line {@code principal:hash} per bearer token, the hash being the SHA-256 of the
 * token in hex. Tokens are long and random, so their plain hash gives nothing away. Immutable, shared by threads.
 */
public final class Principals {
    /** What a principal's name may be. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    private static final Pattern LINE = Pattern.compile("(" + NAME + "):([0-9a-f]{64})");
    private static final HexFormat HEX = HexFormat.of();

    private final List<Token> tokens;

    private record Token(String principal, byte[] hash) {}

    private Principals(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Nobody is asked for a token. */
    static Principals unasked() {
        return new Principals(List.of());
    }

    /** Lines that are empty or begin with # say nothing. A principal may have several tokens, to change them in turn. */
    static Principals read(Path file, List<String> faults) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            faults.add(file + ": expected a file with a line principal:hash per token, found none that can be read: "
                    + unreadable);
            return unasked();
        }
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, file + ":" + (i + 1), tokens, faults);
            }
        }
        if (tokens.isEmpty() && faults.isEmpty()) {
            faults.add(file + ": expected a line principal:hash per token, found none; try: banku token NAME");
        }
        return new Principals(tokens);
    }

    private static void add(String line, String where, List<Token> tokens, List<String> faults) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            // the line itself is not shown: it may be a token that somebody wrote down as it is
            faults.add(where + ": expected principal:hash, a name of " + NAME
                    + " and 64 lower-case hexadecimal digits (SHA-256 of the token), found " + line.length()
                    + " characters that are not; try: banku token NAME");
            return;
        }
        byte[] hash = HEX.parseHex(found.group(2));
        if (tokens.stream().anyMatch(token -> Arrays.equals(token.hash(), hash))) {
            faults.add(where + ": expected every token once, found the token of another line again");
        }
        tokens.add(new Token(found.group(1), hash));
    }

    public boolean areAsked() {
        return !tokens.isEmpty();
    }

    /** Whom the token names. How long it takes says nothing about how near a wrong one came. */
    public Optional<String> named(String token) {
        byte[] hash = sha256(token);
        String found = null;
        for (Token known : tokens) {
            if (MessageDigest.isEqual(known.hash(), hash)) {
                found = known.principal();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The line of the file for a token. */
    public static String line(String principal, String token) {
        return principal + ":" + HEX.formatHex(sha256(token));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
