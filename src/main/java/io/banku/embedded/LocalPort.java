package io.banku.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface: a wish becomes a port that was free a moment ago. */
final class LocalPort {
    static final String HOST = "127.0.0.1";

    private LocalPort() {}

    /**
     * One free port per wish, all of them different; 0 wishes for any.
     *
     * @throws EmbeddedServerException when a wished port is taken
     */
    static int[] take(String server, int... wishes) {
        ServerSocket[] sockets = new ServerSocket[wishes.length];
        int[] ports = new int[wishes.length];
        try {
            for (int i = 0; i < wishes.length; i++) {
                sockets[i] = bind(server, wishes[i]);
                ports[i] = sockets[i].getLocalPort();
            }
            return ports;
        } finally {
            for (ServerSocket socket : sockets) {
                close(socket);
            }
        }
    }

    private static ServerSocket bind(String server, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            // a connection of the previous run in TIME_WAIT does not make a port taken
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket;
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Embedded " + server + " expected port " + port + " of " + HOST + " to be free, found it taken ("
                            + e.getMessage() + "). Stop the program that listens there, or choose another port.",
                    e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("A probed port cannot be given back: " + e.getMessage(), e);
        }
    }
}
