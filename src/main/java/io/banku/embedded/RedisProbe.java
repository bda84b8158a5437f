package io.banku.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What answers on a port: the Redis process with this id (-1: nothing), and whether it takes commands yet. */
record RedisProbe(long processId, boolean ready) {
    private static final int TIMEOUT_MS = 2000;
    private static final String PROCESS_ID = "process_id:";

    /** PING says whether it is ready; INFO, which is answered while data is still loaded, says who it is. */
    static RedisProbe of(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(FreePort.HOST, port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\nINFO server\r\n".getBytes(US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            boolean ready = "+PONG".equals(answer.readLine());
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith(PROCESS_ID)) {
                    return new RedisProbe(Long.parseLong(line.substring(PROCESS_ID.length())), ready);
                }
            }
            return new RedisProbe(-1, false);
        } catch (IOException notYet) {
            return new RedisProbe(-1, false);
        }
    }
}
