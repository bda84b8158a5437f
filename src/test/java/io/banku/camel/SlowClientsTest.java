package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.embedded.FreePort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that take their time must not keep others out. The server alone, with its own rules for connections. */
@Tag("long")
class SlowClientsTest {
    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofHours(1);
    private static final String GET = "GET /now HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String HEAD_OF_A_POST = "POST /now HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n";

    private final AtomicInteger done = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();
    private DefaultCamelContext camel;
    private Clients clients;
    private RoutingContext late;
    private int port;

    @BeforeEach
    void start() throws Exception {
        serve(new Clients(MOST, PATIENCE, LONG));
    }

    private void serve(Clients asked) throws Exception {
        clients = asked;
        port = FreePort.any();
        camel = new DefaultCamelContext();
        ApiServer server = ApiServer.at("127.0.0.1", port, clients);
        camel.addService(server);
        camel.start();
        server.router()
                .route("/refused")
                .handler(refused -> refused.response().setStatusCode(404).end());
        server.router().route("/late").handler(asking -> late = asking);
        server.router().route().handler(BodyHandler.create()).handler(read -> {
            done.incrementAndGet();
            read.end("done");
        });
        server.listen();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        camel.close();
    }

    /** Each byte comes soon after the one before it: no connection is ever idle. */
    @Test
    void aHeadThatComesInDropsIsAnsweredAndItsConnectionClosed() throws Exception {
        Socket slow = connected();

        String answer = drip(slow, "GET /now HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(1_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                .contains("BNK-7028", "banku.http.request-time");
        assertThat(done).hasValue(0);
    }

    @Test
    void aBodyThatComesInDropsIsAnsweredAndNothingIsDone() throws Exception {
        Socket slow = connected();
        send(slow, "POST /now HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");

        String answer = drip(slow, "x".repeat(1_000));

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json", "BNK-7028");
        assertThat(done).hasValue(0);
    }

    @Test
    void aBodyInChunksThatNeverEndsIsNoWayAround() throws Exception {
        Socket slow = connected();
        send(slow, "POST /now HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");

        String answer = drip(slow, "1\r\nx\r\n".repeat(200));

        assertThat(answer).startsWith("HTTP/1.1 408 ");
        assertThat(done).hasValue(0);
    }

    @Test
    void aBodyThatWaitsForTheServersGoAheadHasNotMoreTime() throws Exception {
        Socket slow = connected();
        send(slow, HEAD_OF_A_POST.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));

        String answer = all(slow);

        assertThat(answer).contains("HTTP/1.1 408 ");
        assertThat(done).hasValue(0);
    }

    @Test
    void theBodyOfARequestThatWasRefusedHasNotMoreTimeEither() throws Exception {
        Socket slow = connected();
        send(slow, HEAD_OF_A_POST.replace("/now", "/refused").replace("9", "1000"));

        String answer = drip(slow, "x".repeat(1_000));

        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aConnectionWithoutARequestIsClosedWithoutAWord() throws Exception {
        assertThat(all(connected())).isEmpty();
    }

    @Test
    void aConnectionIsUsedAgainAndClosedWhenNothingComesAnyMore() throws Exception {
        Socket socket = connected();
        send(socket, GET);
        send(socket, GET);

        String answers = all(socket);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
        assertThat(done).hasValue(2);
    }

    /** What takes long then is our doing. */
    @Test
    void anAnswerMayTakeLongerThanARequest() throws Exception {
        Socket socket = connected();
        send(socket, GET.replace("/now", "/late"));
        LiveProgram.await(() -> late != null);
        long since = System.nanoTime();
        LiveProgram.await(() -> System.nanoTime() - since > 3 * PATIENCE.toNanos());

        late.vertx().runOnContext(now -> late.end("late"));

        assertThat(all(socket)).startsWith("HTTP/1.1 200 OK").endsWith("late");
    }

    /** So many as there may be are all slow; they keep others out no longer than their time. */
    @Test
    void slowClientsKeepOthersOutForTheirTimeOnly() throws Exception {
        for (int i = 0; i < MOST; i++) {
            send(connected(), "GET /no");
        }
        LiveProgram.await(() -> clients.connections() == MOST);

        String refused = all(connected());
        LiveProgram.await(() -> clients.connections() == 0);
        Socket next = connected();
        send(next, GET);

        assertThat(refused).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1", "BNK-7029", "at most 4 connections");
        assertThat(all(next)).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void aConnectionOnWhichNothingComesOrGoesIsClosedInTheEnd() throws Exception {
        camel.close();
        serve(new Clients(MOST, LONG, Duration.ofSeconds(1)));
        Socket silent = connected();
        send(silent, HEAD_OF_A_POST);

        assertThat(all(silent)).isEmpty();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A byte at a time until an answer comes, and then the answer. */
    private static String drip(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(20);
        StringBuilder answer = new StringBuilder();
        for (byte drop : text.getBytes(StandardCharsets.US_ASCII)) {
            try {
                out.write(drop);
                int read = in.read(); // a pause when nothing comes
                while (read >= 0) {
                    answer.append((char) read);
                    read = in.read();
                }
                return answer.toString();
            } catch (SocketTimeoutException nothingYet) {
                continue;
            } catch (IOException gone) {
                return answer.toString(); // closed with bytes of ours unread
            }
        }
        throw new AssertionError("expected an end, found that everything was taken");
    }
}
