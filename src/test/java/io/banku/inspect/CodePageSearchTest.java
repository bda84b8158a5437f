package io.banku.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class CodePageSearchTest {
    private static final Charset DANISH = Charset.forName("cp277");

    /** X'7C', Ø in Denmark, is also how a packed number may end. */
    @Test
    void oneOrTwoBytesBetweenLettersSpeakForNoPageThatIsRare() {
        assertThat(CodePageSearch.of(texts(2)).pages()).startsWith("cp037");
        assertThat(CodePageSearch.of(texts(2)).told())
                .contains("it is the commonest; too few bytes between letters speak for another, such as cp277");
        assertThat(CodePageSearch.of(texts(3)).pages()).startsWith("cp277");
    }

    private static byte[] texts(int names) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            texts.writeBytes((i < names ? "  SKØDSTRUP  " : "  AARHUS     ").getBytes(DANISH));
        }
        return texts.toByteArray();
    }
}
