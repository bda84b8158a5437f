package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way through an event's JSON: what it takes it reads as Jackson does, and it takes nothing that is wrong. */
class PlainJsonTest {
    private static final String EVENT = "{\"account\":\"0000004711\",\"amount\":\"125.00\",\"currency\":\"EUR\","
            + "\"bookedAt\":\"2026-11-21T23:15:02+01:00\",\"text\":\"GEHALT MÄRZ €\",\"batch\":\"9f2c\",\"record\":1042}";

    private final PlainJson plain = new PlainJson();

    @Test
    void whatIsWrittenPlainlyIsTaken() {
        assertThat(plain.read(bytes(EVENT))).isTrue();

        assertThat(text(EVENT, EventProperty.ACCOUNT)).isEqualTo("0000004711");
        assertThat(text(EVENT, EventProperty.TEXT)).isEqualTo("GEHALT MÄRZ €");
        assertThat(plain.record()).isEqualTo(1042);
        assertThat(plain.from(EventProperty.HOLDER.ordinal())).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"account\"}",
                "{\"account\":}",
                "{\"account\":\"1\"",
                "{\"account\":\"1\",}",
                "{,\"account\":\"1\"}",
                "{\"account\":\"1\"}}",
                "{\"account\":\"1\"}{}",
                "{\"account\":1}",
                "{\"account\":null}",
                "{\"account\":\"\\u0031\"}",
                "{\"account\":\"1\" }",
                "{\"account\":\"1\n\"}",
                "{\"later\":\"1\"}",
                "{\"record\":0}",
                "{\"record\":-1}",
                "{\"record\":01}",
                "{\"record\":1.0}",
                "{\"record\":\"1\"}",
                "{\"record\":1234567890123456789}",
                "{\"record\":}",
                "{\"account\":\"1\"\"text\":\"2\"}",
                "{\"text\":\"𐐷\"}"
            })
    void everythingElseIsLeftToJackson(String json) {
        assertThat(plain.read(bytes(json))).isFalse();
    }

    @Test
    void malformedUtf8IsNotTaken() {
        for (int first = 0x80; first < 0x100; first++) {
            byte[] json = bytes("{\"text\":\"?A\"}");
            json[9] = (byte) first;
            assertThat(plain.read(json)).as("%02x 41", first).isFalse();
        }
    }

    /** Whatever a byte here and there becomes: what is still taken, Jackson reads too, and reads the same. */
    @Test
    void whatIsTakenIsWhatJacksonReads() throws IOException {
        Random random = new Random(5);
        int taken = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] json = bytes(EVENT);
            for (int change = random.nextInt(3); change >= 0; change--) {
                json[random.nextInt(json.length)] =
                        random.nextBoolean() ? (byte) random.nextInt() : json[random.nextInt(json.length)];
            }
            if (plain.read(json)) {
                taken++;
                compare(json);
            }
        }
        assertThat(taken).isGreaterThan(5_000);
    }

    private void compare(byte[] json) throws IOException {
        JsonNode expected = new ObjectMapper().readTree(json);
        for (EventProperty property : EventProperty.values()) {
            JsonNode value = expected.path(property.toString());
            int from = plain.from(property.ordinal());
            assertThat(from < 0 ? null : text(json, property))
                    .as("%s of %s", property, new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(value.isMissingNode() ? null : value.textValue());
        }
        assertThat(plain.record()).isEqualTo(expected.path("record").asLong());
    }

    private String text(String json, EventProperty property) {
        return text(bytes(json), property);
    }

    private String text(byte[] json, EventProperty property) {
        int place = property.ordinal();
        return new String(Arrays.copyOfRange(json, plain.from(place), plain.to(place)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
