package io.banku.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePageSearchTest {
    private static final Charset DANISH = Charset.forName("cp277");

    /** X'7C', Ø in Denmark, is also how a packed number may end. */
    @Test
    void oneOrTwoBytesBetweenLettersSpeakForNoPageThatIsRare() {
        assertThat(CodePageSearch.of(texts(2)).pages()).startsWith("cp037");
        assertThat(CodePageSearch.of(texts(2)).told())
                .contains("too few bytes between letters speak for another, such as cp277");
        assertThat(CodePageSearch.of(texts(3)).pages()).startsWith("cp277");
    }

    private static byte[] texts(int names) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            texts.writeBytes((i < names ? "  SKØDSTRUP  " : "  AARHUS     ").getBytes(DANISH));
        }
        return texts.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "a packed 8182.7 before a currency, 00 00 81 82 7C C5 E4 D9 40",
        "a packed 918.8 before a currency,  00 00 91 89 8C C5 E4 D9 40",
        "info@bank.example,                 40 89 95 86 96 7C 82 81 95 92 4B 85 A7 81 94 97 93 85 40"
    })
    void whatStandsBetweenLettersByChanceSpeaksForNoPage(String what, String hex) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            texts.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
        }

        assertThat(CodePageSearch.of(texts.toByteArray()).pages()).as(what).startsWith("cp037");
    }

    @ParameterizedTest
    @CsvSource({"Köln Müller Straße, cp273", "ÆRØ SMØRREBRØD ÅRHUS, cp277", "Älvsjö Åkerström, cp278"})
    void wordsOfALanguageSpeakForItsPage(String text, String page) {
        byte[] texts = (text + " ").repeat(5).getBytes(Charset.forName(page));

        assertThat(CodePageSearch.of(texts).pages()).contains(page).doesNotContain("cp037");
    }
}
