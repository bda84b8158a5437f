package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that does not keep to the contract is noticed by whatever test speaks to it. */
class HeldToContractTest {
    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            418 | application/json         | {"items":[]}             | to contain
            200 | text/plain               | {"items":[]}             | text/plain
            200 | application/json         | {}                       | required property 'items' not found
            200 | application/json         | {"items":[],"more":1}    | /more
            200 | application/json         | {"items":[{"id":"1"}]}   | required property
            404 | application/problem+json | {"status":"404"}         | integer expected
            """)
    void whatTheContractDoesNotSayIsAFault(int status, String type, String body, String fault) throws IOException {
        String uri = answering(status, type, body);

        assertThatThrownBy(() -> LiveProgram.sendTo(uri, "GET", null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET " + uri)
                .hasMessageContaining(fault);
    }

    @Test
    void whatItSaysIsNone() throws IOException {
        String uri = answering(200, "application/json", "{\"items\":[]}");

        assertThatCode(() -> LiveProgram.sendTo(uri, "GET", null)).doesNotThrowAnyException();
    }

    private String answering(int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/accounts";
    }
}
