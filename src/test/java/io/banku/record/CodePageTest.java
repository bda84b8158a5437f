package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePageTest {
    @ParameterizedTest
    @CsvSource({
        "cp037, cp037",
        "CP037, cp037",
        "IBM037, cp037",
        "ibm-037, cp037",
        "037, cp037",
        "37, cp037",
        "cp37, cp037",
        "Cp1047, cp1047",
        "IBM01140, cp1140",
        "1141, cp1141",
        "cp500, cp500",
        "ASCII, us-ascii",
        "US-ASCII, us-ascii",
        "latin1, iso-8859-1",
        "ISO-8859-1, iso-8859-1",
        "windows-1252, windows-1252",
        "IBM-930, cp930",
        "838, cp838",
        "ibm437, cp437",
        "UTF8, utf-8"
    })
    void aPageHasSeveralNames(String name, String canonical) {
        assertThat(CodePage.of(name).name()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "cp1399", "cp942", "", "ebcdic", "cp", "0"})
    void anUnknownPageIsAnsweredWithThoseThatThereAre(String name) {
        assertThatThrownBy(() -> CodePage.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected an encoding such as cp037 (EBCDIC: cp037, cp273")
                .hasMessageContaining("iso-8859-1")
                .hasMessageEndingWith(", found " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "cp037,  BA, [",
        "cp037,  BB, ]",
        "cp1047, AD, [",
        "cp1047, BD, ]",
        "cp500, 4A, [",
        "cp273, 4A, Ä",
        "cp273, 5A, Ü",
        "cp1140, 9F, €",
        "cp1141, 9F, €",
        "cp037, 9F, ¤",
        "windows-1252, 80, €"
    })
    void nationalCharactersDifferByPage(String page, String hex, char character) {
        byte b = HexFormat.of().parseHex(hex)[0];

        assertThat(CodePage.of(page).character(b)).isEqualTo(character);
    }

    @Test
    void inEveryEbcdicPageAByteIsOneCharacterAndBack() {
        for (String number : CodePages.EBCDIC) {
            CodePage page = CodePage.of(number);
            for (int b = 0; b < 0x100; b++) {
                char character = page.character((byte) b);
                if (character != '\uFFFD') {
                    byte[] again = page.encode(String.valueOf(character));
                    assertThat(page.character(again[0]))
                            .as(page + " byte %02X", b)
                            .isEqualTo(character);
                    assertThat(again).hasSize(1);
                    // Thai has two bytes for some of its characters
                    assertThat(again[0] == (byte) b || number.equals("838"))
                            .as(page + " byte %02X", b)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void inEveryEbcdicPageLineEndsDigitsLettersAndSignsLieWhereTheyShould() {
        for (String number : CodePages.EBCDIC) {
            CodePage page = CodePage.of(number);

            assertThat(page.encode("\u0085\n\r 09AZ+-"))
                    .as(page.name())
                    .isEqualTo(HexFormat.of().parseHex("15250D40F0F9C1E94E60"));
        }
    }

    @Test
    void aCharacterThatThePageHasNotIsRefused() {
        assertThatThrownBy(() -> CodePage.of("cp037").encode("5€"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected characters of cp037, found '€' in '5€'");
    }
}
