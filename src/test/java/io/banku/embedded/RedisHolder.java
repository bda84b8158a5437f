package io.banku.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process to be killed: starts an embedded Redis on the directory given, says its URI, and holds it. */
final class RedisHolder {
    private RedisHolder() {}

    @SuppressWarnings("resource") // never closed: that is the point
    public static void main(String[] arguments) throws IOException {
        EmbeddedRedis redis = EmbeddedRedis.start(Path.of(arguments[0]), 0, true);
        System.out.println(redis.uri());
        System.in.read();
    }
}
