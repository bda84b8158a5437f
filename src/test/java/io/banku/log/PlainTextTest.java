package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at once see what one after the other would. */
class PlainTextTest {

    @Test
    void everyByteInEveryPlaceIsSeen() {
        for (int length = 0; length <= 25; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                    byte[] bytes = "x".repeat(length).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                    bytes[at] = (byte) value;

                    assertThat(PlainText.end(bytes, 0, length, '?'))
                            .as("%d at %d of %d", value, at, length)
                            .isEqualTo(oneByOne(bytes, 0, length, '?'));
                }
            }
        }
    }

    @Test
    void whatCarriesOverIsNotSeenFirst() {
        Random random = new Random(1);
        byte[] some = {'!', '"', '#', '[', '\\', ']', ' ', 0x1F, 0x7F, (byte) 0x80, '?', '>', 'x', 'x', 'x', 'x'};
        byte[] bytes = new byte[40];
        for (int round = 0; round < 200_000; round++) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = some[random.nextInt(some.length)];
            }
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);

            assertThat(PlainText.end(bytes, from, to, '?')).isEqualTo(oneByOne(bytes, from, to, '?'));
        }
    }

    private static int oneByOne(byte[] bytes, int from, int to, char also) {
        int i = from;
        while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\' && bytes[i] != also) {
            i++;
        }
        return i;
    }
}
