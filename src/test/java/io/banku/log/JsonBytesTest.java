package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast writer writes means the same to everybody else's parser. */
class JsonBytesTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void theNextObjectBeginsEmpty() {
        JsonBytes json = new JsonBytes();
        json.open().text("a", "first").close();

        byte[] second = json.open()
                .text("b", null)
                .text("c", "")
                .number("d", Long.MIN_VALUE)
                .close();

        assertThat(Records.text(second)).isEqualTo("{\"c\":\"\",\"d\":-9223372036854775808}");
        assertThat(Records.text(json.open().close())).isEqualTo("{}");
    }

    @Test
    void everyCharacterThereIsComesBack() throws IOException {
        JsonBytes json = new JsonBytes();
        for (int c = 0; c <= 0xFFFF; c++) {
            String text = "<" + (char) c + ">";

            JsonNode read = JACKSON.readTree(json.open().text("text", text).close());

            assertThat(read.get("text").textValue()).as("U+%04X", c).isEqualTo(text);
        }
    }

    @Test
    void whatEndsALineSomewhereIsEscaped() {
        byte[] json = new JsonBytes()
                .open()
                .text("text", "a\u0085b\u2028c\u2029d\u0086")
                .close();

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"a\\u0085b\\u2028c\\u2029d\u0086\"}");
    }

    @Test
    void aQuestionMarkIsOneAndALoneSurrogateIsNone() {
        byte[] json = new JsonBytes().open().text("text", "what?\uD800").close();

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"what?\\ud800\"}");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -7, 42, -100, 12345, -99999, Long.MAX_VALUE, Long.MIN_VALUE})
    void anAmountIsWrittenAsADecimalNumberIs(long unscaled) {
        for (int scale = 0; scale <= 22; scale++) {
            byte[] json =
                    new JsonBytes().open().decimal("amount", unscaled, scale).close();

            assertThat(new String(json, StandardCharsets.UTF_8))
                    .isEqualTo("{\"amount\":\""
                            + BigDecimal.valueOf(unscaled, scale).toPlainString() + "\"}");
        }
    }

    @Test
    void anyTextsComeBackTogether() throws IOException {
        JsonBytes json = new JsonBytes();
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            String first = text(random);
            String second = text(random);
            long number = random.nextLong();

            JsonNode read = JACKSON.readTree(json.open()
                    .text("first", first)
                    .number("number", number)
                    .text("second", second)
                    .close());

            assertThat(read.get("first").textValue()).as("seed %d", seed).isEqualTo(first);
            assertThat(read.get("second").textValue()).as("seed %d", seed).isEqualTo(second);
            assertThat(read.get("number").longValue()).as("seed %d", seed).isEqualTo(number);
        }
    }

    /** Up to 400 characters: ASCII, control characters, all of the basic plane with lone surrogates, and pairs. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(400); length > 0; length--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 3 -> text.append("\"\\/<äß€".charAt(random.nextInt(7)));
                default -> text.append((char) (0x20 + random.nextInt(0x60)));
            }
        }
        return text.toString();
    }
}
