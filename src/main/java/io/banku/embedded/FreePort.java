package io.banku.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * TCP ports of the loopback interface at which nobody listens. They lie below those that a system gives to connections
 * by itself (from 32768 on Linux, from 49152 elsewhere), so that none that is opened meanwhile takes the port before its
 * server does. A process is never given the same one twice until it had all of them.
 */
public final class FreePort {
    static final String HOST = "127.0.0.1";

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_768;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePort() {}

    /** @throws EmbeddedServerException when none of them is free */
    public static int any() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedServerException("Expected a free port of " + HOST + " from " + FIRST + " to "
                + (FIRST + COUNT - 1) + ", found all of them taken.");
    }

    /** Any but that one, which is somebody's already though nobody listens there yet. */
    static int other(int taken) {
        int port = any();
        return port == taken ? any() : port;
    }

    /** The wished one where it is free, any other where it is not. */
    public static int near(int wish) {
        return isFree(wish) ? wish : any();
    }

    /**
     * The wished one; 0 wishes for any.
     *
     * @throws EmbeddedServerException when it is taken
     */
    static int of(String server, int wish) {
        if (wish == 0) {
            return any();
        }
        try {
            probe(wish);
            return wish;
        } catch (IOException taken) {
            throw new EmbeddedServerException(
                    "Embedded " + server + " expected port " + wish + " of " + HOST + " to be free, found it taken ("
                            + taken.getMessage() + "). Stop the program that listens there, or choose another port.",
                    taken);
        }
    }

    private static boolean isFree(int port) {
        try {
            probe(port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void probe(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // a connection of the previous run in TIME_WAIT does not make a port taken
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
        }
    }
}
