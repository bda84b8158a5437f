package io.banku.bench.pairs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of a Redis client as it takes to look at what lies there: RESP2, texts only. */
final class Redis implements Closeable {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Redis(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Returns when the server answers. */
    void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                ask("PING");
                return;
            } catch (IOException notYet) {
                close();
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    /** The answer: a text, a number, null, or a list of answers. */
    Object ask(String... command) throws IOException {
        send(List.of(command));
        flush();
        return answer();
    }

    /** Sends without waiting: {@link #answer} has to be called once for each, after {@link #flush}. */
    void send(List<String> command) throws IOException {
        if (socket == null) {
            socket = new Socket(host, port);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        }
        StringBuilder line = new StringBuilder("*" + command.size() + "\r\n");
        for (String word : command) {
            line.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    void flush() throws IOException {
        out.flush();
    }

    Object answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> text(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException("Redis answers: " + line);
        };
    }

    private String text(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        line();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<Object> list(int length) throws IOException {
        List<Object> all = new ArrayList<>(Math.max(0, length));
        for (int i = 0; i < length; i++) {
            all.add(answer());
        }
        return all;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("Redis closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
