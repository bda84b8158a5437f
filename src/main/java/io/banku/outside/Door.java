package io.banku.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * An address of a server: whether anything listens there, and whether that speaks TLS. The libraries that talk to servers
 * tell of neither in words. Immutable.
 */
public record Door(String host, int port) {
    private static final int PATIENCE_MILLIS = 3_000;
    /** A server that does not speak TLS may wait for more of what it takes for a request. */
    private static final int ANSWER_MILLIS = 2_000;

    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;

    /** Why nobody can be talked to there, or nothing where somebody listens. */
    public Optional<String> closed() {
        try (Socket socket = open()) {
            return socket.isConnected() ? Optional.empty() : Optional.of("it does not connect");
        } catch (UnknownHostException unknown) {
            return Optional.of("the name " + host + " does not resolve; is it right, and known to this machine?");
        } catch (SocketTimeoutException silent) {
            return Optional.of("no answer from " + this + " within " + PATIENCE_MILLIS / 1_000
                    + " seconds; is the address right, and does a firewall let us through?");
        } catch (ConnectException refused) {
            return Optional.of("nothing listens at " + this + " (" + refused.getMessage()
                    + "); does the server run, and are host and port right?");
        } catch (IOException | IllegalArgumentException other) {
            return Optional.of(this + " cannot be reached: " + other.getMessage());
        }
    }

    /** Whether a server answers a TLS greeting as TLS does. */
    public boolean speaksTls() {
        return answersInTls(greeting());
    }

    /** Whether what a server answers to these bytes is TLS: mostly an alert. */
    public boolean answersInTls(byte[] bytes) {
        try (Socket socket = open()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            int first = socket.getInputStream().read();
            return first == TLS_ALERT || first == TLS_HANDSHAKE;
        } catch (IOException noAnswer) {
            return false; // TLS answers
        }
    }

    private Socket open() throws IOException {
        InetAddress address = InetAddress.getByName(host);
        Socket socket = new Socket();
        boolean connected = false;
        try {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            connected = true;
            return socket;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    /** What a client of TLS says first. */
    private static byte[] greeting() {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine();
            engine.setUseClientMode(true);
            ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(ByteBuffer.allocate(0), packet);
            byte[] bytes = new byte[packet.flip().remaining()];
            packet.get(bytes);
            return bytes;
        } catch (SSLException | NoSuchAlgorithmException broken) {
            throw new UncheckedIOException(new IOException("this Java cannot speak TLS: " + broken, broken));
        }
    }

    /** {@code 127.0.0.1:9092}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
