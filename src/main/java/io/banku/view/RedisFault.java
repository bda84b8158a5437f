package io.banku.view;

import io.banku.outside.Door;
import io.banku.outside.RootCause;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a Redis cannot be connected to, in words: the client's own exceptions keep the truth in their causes. */
final class RedisFault {
    private RedisFault() {}

    /** What was found, and what to do; asks the address itself where the client does not know. */
    static String whileConnecting(RedisURI uri, RedisException failed) {
        List<RedisURI> servers = uri.getSentinels().isEmpty() ? List.of(uri) : uri.getSentinels();
        List<Door> doors = servers.stream()
                .map(server -> new Door(server.getHost(), server.getPort()))
                .toList();
        List<String> closed =
                doors.stream().map(Door::closed).flatMap(Optional::stream).toList();
        if (closed.size() == doors.size()) {
            return String.join("; ", closed);
        }
        return otherTls(uri, doors).orElseGet(() -> words(failed));
    }

    private static Optional<String> otherTls(RedisURI uri, List<Door> doors) {
        Stream<Door> open = doors.stream().filter(door -> door.closed().isEmpty());
        if (uri.isSsl() && open.noneMatch(Door::speaksTls)) {
            return Optional.of(
                    "it does not speak TLS; write redis:// and not rediss:// in banku.redis.uri, or name the port"
                            + " that does");
        }
        if (!uri.isSsl() && doors.stream().anyMatch(Door::speaksTls)) {
            return Optional.of("it speaks TLS; write rediss:// and not redis:// in banku.redis.uri");
        }
        return Optional.empty();
    }

    /** What an exception is about, without asking anybody. */
    static String words(RedisException failed) {
        Throwable root = RootCause.of(failed);
        String found = RootCause.words(failed);
        if (found.startsWith("NOAUTH")) {
            return found
                    + " It wants a password: redis://:PASSWORD@host or redis://USER:PASSWORD@host in banku.redis.uri,"
                    + " escaped (%40 for @)";
        }
        if (found.startsWith("WRONGPASS") || found.contains("AUTH")) {
            return found + "; are user and password in banku.redis.uri right, and escaped (%40 for @)?";
        }
        if (found.startsWith("NOPERM")) {
            return found
                    + "; the user of banku.redis.uri needs ~banku:* &* +@all -@admin -@dangerous +role (ACL SETUSER)";
        }
        if (found.contains("DB index")) {
            return found
                    + "; there is no database of the number at the end of banku.redis.uri: a server has 16, 0 to 15,"
                    + " unless its setting databases says otherwise";
        }
        if (found.contains("certification path") || found.contains("No subject alternative")) {
            return found + "; Java does not trust its certificate: name a store that has the issuer's by"
                    + " JAVA_OPTS='-Djavax.net.ssl.trustStore=FILE -Djavax.net.ssl.trustStorePassword=PASSWORD', and the"
                    + " host as the certificate does";
        }
        // no file or no password, then a wrong password
        if (found.contains("trustAnchors") || found.contains("X509TrustManager")) {
            return "no certificate can be read from the store that javax.net.ssl.trustStore names (" + found
                    + "); is the file there, and is its password in javax.net.ssl.trustStorePassword? Both belong into"
                    + " JAVA_OPTS";
        }
        return root instanceof RedisCommandTimeoutException ? "no answer in time (" + found + ")" : found;
    }
}
