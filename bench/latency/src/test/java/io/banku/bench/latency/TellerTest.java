package io.banku.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.banku.bench.latency.Answer.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellerTest {
    /** A bridge that says 504 to each command at first, and shows the balances that it is told to show. */
    private final Set<String> seen = new HashSet<>();

    private final Bank bank = new Bank("test");
    private int afterwards = 201;
    private String balanceOfTheFirst = "1000000.00";
    private HttpServer bridge;
    private Teller teller;

    @BeforeEach
    void startTheBridge() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/api/v1/accounts", this::answer);
        bridge.start();
        Api api = new Api("http://127.0.0.1:" + bridge.getAddress().getPort());
        teller = new Teller(api, bank, Clock.system(), TimeUnit.SECONDS.toNanos(2));
    }

    @AfterEach
    void stopTheBridge() {
        bridge.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean isFirst = exchange.getRequestURI().getPath().endsWith("/" + bank.account(0));
        if (exchange.getRequestMethod().equals("GET")) {
            String balance = isFirst ? balanceOfTheFirst : "0.00";
            answer(exchange, 200, "{\"balance\":{\"amount\":\"" + balance + "\",\"currency\":\"EUR\"}}");
        } else {
            boolean isNew = seen.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            answer(exchange, isNew ? 504 : afterwards, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void whatHasNoOutcomeIsSentAgainWithItsKeyAndThenCounts() throws Exception {
        Answer first = teller.send(bank.firstDeposit(0), Wanted.OUTCOME).join();

        assertThat(first.status()).isEqualTo(504);
        assertThat(teller.verify()).isEmpty();
        assertThat(seen).hasSize(1);
    }

    @Test
    void aBalanceThatIsNotWhatWasAnsweredIsAFault() throws Exception {
        balanceOfTheFirst = "999999.99";
        teller.send(bank.firstDeposit(0), Wanted.OUTCOME).join();

        assertThat(teller.verify())
                .singleElement()
                .asString()
                .contains("bench-test-0 with a balance of 1000000.00, found")
                .contains("999999.99");
    }

    @Test
    void aCommandThatIsDeclinedIsAFault() throws Exception {
        afterwards = 422;
        balanceOfTheFirst = "0.00";
        teller.send(bank.firstDeposit(0), Wanted.OUTCOME).join();

        assertThat(teller.verify())
                .singleElement()
                .asString()
                .contains("/deposits")
                .contains("to be carried out, found Answer[wanted=OUTCOME, status=422");
    }
}
