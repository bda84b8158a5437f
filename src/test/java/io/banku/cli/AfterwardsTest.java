package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AfterwardsTest {
    /** Whoever reads that no bridge runs would take it that nothing was decided. */
    @Test
    void whatWasTakenBeforeTheBridgeWentAwayIsToldAsTaken() throws IOException {
        HttpServer bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/api/v1/batches/fa02", exchange -> {
            boolean isDecision = exchange.getRequestMethod().equals("POST");
            answer(exchange, isDecision ? 202 : 200);
            if (isDecision) {
                bridge.stop(0);
            }
        });
        bridge.start();

        Terminal run = Terminal.banku(
                "batch",
                "release",
                "fa02",
                "--reason",
                "r",
                "--api",
                "http://127.0.0.1:" + bridge.getAddress().getPort());

        assertThat(run.err())
                .contains("the decision about batch fa02 is in the ledger", "banku batch show fa02", "found none");
        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] held = "{\"id\":\"fa02\",\"state\":\"held\",\"history\":[]}".getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, held.length);
        exchange.getResponseBody().write(held);
        exchange.close();
    }
}
