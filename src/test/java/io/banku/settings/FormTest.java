package io.banku.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
    @Test
    void aDurationHasAUnit() {
        Map.of(
                        "50ms", Duration.ofMillis(50),
                        "20s", Duration.ofSeconds(20),
                        "5m", Duration.ofMinutes(5),
                        "24h", Duration.ofHours(24),
                        "7d", Duration.ofDays(7))
                .forEach((text, duration) ->
                        assertThat(Form.DURATION.reader().apply(text)).isEqualTo(duration));
    }

    @Test
    void aRedisIsNamedByItselfOrByTheSentinelsThatKnowIt() {
        assertThat(Stream.of(
                        "redis://127.0.0.1:6379",
                        "rediss://app:p%40ss@redis:6380/2",
                        "redis-sentinel://s1:26379,s2,s3:26379#view",
                        "redis-sentinel://:p%40ss@s1:26379/0#view",
                        "rediss-sentinel://s1:26379/0?timeout=5s#view"))
                .allSatisfy(
                        uri -> assertThat(Form.REDIS_URI.reader().apply(uri)).isEqualTo(uri));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Form.REDIS_URI, "redis-sentinel://s1:26379"),
                Arguments.of(Form.REDIS_URI, "redis-sentinel://#view"),
                Arguments.of(Form.REDIS_URI, "memcached://m"),
                Arguments.of(Form.DURATION, "50"),
                Arguments.of(Form.DURATION, "-1s"),
                Arguments.of(Form.DURATION, "1 h"),
                Arguments.of(Form.PORT, "65536"),
                Arguments.of(Form.PORT, "0"),
                Arguments.of(Form.PORT, "-1"),
                Arguments.of(Form.PORT, ""),
                Arguments.of(Form.COUNT, "0"),
                Arguments.of(Form.COUNT, "2147483648"),
                Arguments.of(Form.COUNT, "1.5"),
                Arguments.of(Form.DIRECTORY, ""),
                Arguments.of(Form.HOST, "a b"),
                Arguments.of(Form.HOST, ""),
                Arguments.of(Form.COMPRESSION, "LZ4"),
                Arguments.of(Form.COMPRESSION, "brotli"),
                Arguments.of(Form.COMPRESSION, ""),
                Arguments.of(Form.SERVERS, "kafka"),
                Arguments.of(Form.SERVERS, "kafka:9092,"),
                Arguments.of(Form.REDIS_URI, "http://redis:6379"),
                Arguments.of(Form.REDIS_URI, "redis:6379"),
                Arguments.of(Form.REDIS_URI, "redis://"),
                Arguments.of(Form.ROLES, ""),
                Arguments.of(Form.ROLES, "ingest,"),
                Arguments.of(Form.ROLES, "INGEST"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aTextOfAnotherFormIsRefused(Form<?> form, String text) {
        assertThatThrownBy(() -> form.reader().apply(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalServersAreSeparatedByCommas() {
        assertThat(Form.SERVERS.reader().apply("a:1, b-2.example:9092")).isEqualTo("a:1, b-2.example:9092");
    }
}
