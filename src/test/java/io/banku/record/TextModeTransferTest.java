package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An EBCDIC file that was sent in text mode is known by its bytes as a whole. */
class TextModeTransferTest {
    private static final Charset EBCDIC = Charset.forName("IBM037");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sample                                       | what it is
            20                                             | ASCII
            30 39 41 5A                                    | ASCII
            2F 3A 40 5B                                    | NONE
            40 F0 F9 C1 C9 D1 D9 E2 E9                     | NONE
            20 20 20 20 40                                 | NONE
            20 20 20 20 20 40                              | ASCII
            20 20 20 20 20 C1                              | ASCII
            20 20 20 20 C9                                 | NONE
            20 20 20 20 D1                                 | NONE
            20 20 20 20 D9                                 | NONE
            20 20 20 20 E2                                 | NONE
            20 20 20 20 E9                                 | NONE
            20 20 20 20 F0                                 | NONE
            20 20 20 20 F9                                 | NONE
            20 20 20 20 C0                                 | ASCII
            20 20 20 20 CA                                 | ASCII
            20 20 20 20 D0                                 | ASCII
            20 20 20 20 DA                                 | ASCII
            20 20 20 20 E1                                 | ASCII
            20 20 20 20 EA                                 | ASCII
            20 20 20 20 EF                                 | ASCII
            20 20 20 20 FA                                 | ASCII
            20 00 00 00                                    | NONE
            E6 96 87 20 31 32 EF BF BD 33 20 41            | UTF_8
            20 20 00 00 00 00 00                           | ASCII
            20 20 00 00 00 00 00 00                        | NONE
            20 20 20 20 20 DF BF                           | UTF_8
            20 20 20 20 20 DF C0                           | ASCII
            20 20 20 20 20 DF 7F                           | ASCII
            20 20 20 20 20 E0 80 BF                        | UTF_8
            20 20 20 20 20 E0 80                           | ASCII
            20 20 20 20 20 E0 80 20                        | ASCII
            20 20 20 20 20 20 20 F0 80 80 80               | ASCII
            20 20 20 20 20 C0 80                           | ASCII
            20 20 20 20 20 C2 80 80                        | ASCII
            EF BF BD EF BF BD EF BF BD EF BF BD            | NONE
            EF BF BD EF BF BD EF BF BD EF BF BD EF BF BD   | UTF_8
            C2 81 C2 81 C2 81 C2 81 C2 81 81               | UTF_8
            C2 81 C2 81 C2 81 C2 81 C2 81 81 81            | NONE
            """)
    void itIsToldByWhoseBlanksDigitsAndCapitalsThereAre(String sample, TextModeTransfer expected) {
        byte[] bytes = HexFormat.of().parseHex(sample.replace(" ", ""));

        assertThat(TextModeTransfer.of(bytes)).isEqualTo(expected);
    }

    /** A file without text, with much of it, with descriptor words: as it is, and after each kind of transfer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/cobol/every-use.ebcdic.bin",
                "sample-mainframe-files/account-master/ACM.D261120.DAT",
                "sample-mainframe-files/daily-transactions/TXN.D261121.BIN"
            })
    void aFileIsKnownAfterATransferAndNeverBefore(String name) throws IOException {
        byte[] file = Files.readAllBytes(Path.of(name));
        String text = new String(file, EBCDIC);

        assertThat(TextModeTransfer.of(file)).isEqualTo(TextModeTransfer.NONE);
        assertThat(TextModeTransfer.of(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(TextModeTransfer.ASCII);
        assertThat(TextModeTransfer.of(text.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(TextModeTransfer.ASCII);
        assertThat(TextModeTransfer.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(TextModeTransfer.UTF_8);
        assertThat(TextModeTransfer.of(opened(file))).isEqualTo(TextModeTransfer.UTF_8);
    }

    /** Of its bytes most are packed and binary: UTF-8 shows in those, ASCII would have to show in its few blanks. */
    @Test
    void aFileOfNumbersIsKnownAfterATransferToUtf8() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/cobol/blocked.bin"));

        assertThat(TextModeTransfer.of(file)).isEqualTo(TextModeTransfer.NONE);
        assertThat(TextModeTransfer.of(new String(file, EBCDIC).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TextModeTransfer.UTF_8);
        assertThat(TextModeTransfer.of(opened(file))).isEqualTo(TextModeTransfer.UTF_8);
    }

    @Test
    void itIsToldWithWhatToDo() {
        assertThat(TextModeTransfer.UTF_8.told())
                .startsWith("expected EBCDIC, found characters of UTF-8: ")
                .endsWith("; ask for it again in binary mode");
    }

    /** As by a program that takes it for UTF-8 already: what is no character of that is U+FFFD. */
    private static byte[] opened(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
