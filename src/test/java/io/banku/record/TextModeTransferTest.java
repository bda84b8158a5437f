package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An EBCDIC file that was sent in ASCII mode is known by its bytes as a whole. */
class TextModeTransferTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sample                                       | likely
            20                                             | true
            30 39 41 5A                                    | true
            2F 3A 40 5B                                    | false
            40 F0 F9 C1 C9 D1 D9 E2 E9                     | false
            20 20 20 20 40                                 | false
            20 20 20 20 20 40                              | true
            20 20 20 20 20 C1                              | true
            20 20 20 20 C9                                 | false
            20 20 20 20 D1                                 | false
            20 20 20 20 D9                                 | false
            20 20 20 20 E2                                 | false
            20 20 20 20 E9                                 | false
            20 20 20 20 F0                                 | false
            20 20 20 20 F9                                 | false
            20 20 20 20 C0                                 | true
            20 20 20 20 CA                                 | true
            20 20 20 20 D0                                 | true
            20 20 20 20 DA                                 | true
            20 20 20 20 E1                                 | true
            20 20 20 20 EA                                 | true
            20 20 20 20 EF                                 | true
            20 20 20 20 FA                                 | true
            20 00 00 00                                    | false
            E6 96 87 20 31 32 EF BF BD 33 20 41            | true
            20 20 00 00 00 00 00                           | true
            20 20 00 00 00 00 00 00                        | false
            """)
    void itIsLikelyWhereBlanksDigitsAndCapitalsAreThoseOfAscii(String sample, boolean likely) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(sample.replace(" ", ""));

        assertThat(TextModeTransfer.isLikely(bytes)).isEqualTo(likely);
        assertThat(TextModeTransfer.isLikely(new ByteArrayInputStream(bytes))).isEqualTo(likely);
    }

    @ParameterizedTest
    @CsvSource({"1F8B08", "504B0304"})
    void aContainerThatCannotBeReadIsNone(String bytes) throws IOException {
        assertThat(TextModeTransfer.isLikely(
                        new ByteArrayInputStream(HexFormat.of().parseHex(bytes))))
                .isFalse();
    }
}
