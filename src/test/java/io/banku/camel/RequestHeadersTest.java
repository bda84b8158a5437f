package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {
    private final RequestHeaders headers = new RequestHeaders(Contract.read());

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type", "content-type", "state", "feed"})
    void whatTheContractNamesComesIn(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelKafkaOverrideTopic",
                "camelkafkaoverridetopic",
                "CAMELHTTPPATH",
                "CamelRedis.Command",
                "kafka.OVERRIDE_TOPIC",
                "org.apache.camel.x",
                "BeanMethodName",
                "id",
                "Host",
                "Cookie",
                "X-Forwarded-For"
            })
    void everythingElseStaysOutside(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isTrue();
    }
}
