package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of more than one byte. */
class WideTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # clauses          | encoding | bytes                   | text
            X(6)               | cp939    | C1 0E 43 81 0F C2       | AアB
            X(4)               | cp930    | 0E 40 40 0F             | ~\u3000~
            X(2)               | cp939    | 0E 0F                   | ~~
            G(2) DISPLAY-1     | cp939    | 43 81 40 40             | ~ア\u3000~
            N(2) NATIONAL      | cp037    | 00 41 30 A2             | Aア
            N(2) NATIONAL      | cp037    | D8 3D DE 00             | 😀
            X(4)               | utf-8    | 41 C3 A4 42             | AäB
            X(4)               | utf-8    | F0 9F 98 80             | 😀
            # whatever the file's encoding: four bytes for each character, blanks behind them
            U(2)               | cp037    | 41 C3 A4 20 20 20 20 20 | ~Aä     ~
            U(1)               | cp037    | F0 9F 98 80             | 😀
            U BYTE-LENGTH 4    | cp037    | 41 C3 A4 42             | AäB
            """)
    void charactersOfSeveralBytesAreRead(String clauses, String encoding, String bytes, String text) {
        assertThat(OneField.valueOrCode(OneField.of(clauses, encoding), OneField.frame(bytes)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses          | encoding | bytes             | message
            X(4)               | cp939    | C1 0E 43 81       | expected SI (X'0F') behind the double-byte characters of cp939, found the end of the field
            X(3)               | cp939    | C1 C2 0F          | expected characters of cp939, the double-byte ones between SO (X'0E') and SI (X'0F'), found X'0F' in byte 3 of 3
            X(4)               | cp939    | 0E 43 0F C1       | expected characters of cp939, the double-byte ones between SO (X'0E') and SI (X'0F'), found X'43' in byte 2 of 4
            X(4)               | cp939    | 0E 00 01 0F       | expected characters of cp939, the double-byte ones between SO (X'0E') and SI (X'0F'), found X'00' in byte 2 of 4
            G(1) DISPLAY-1     | cp939    | 00 01             | expected double-byte characters of cp939, found X'00' in byte 1 of 2
            N(2) NATIONAL      | cp037    | D8 3D 00 41       | expected characters of UTF-16, found X'D8' in byte 1 of 4
            N(2) NATIONAL      | cp037    | 00 41 DE 00       | expected characters of UTF-16, found X'DE' in byte 3 of 4
            N(1) NATIONAL      | cp037    | D8 3D             | expected characters of UTF-16, found X'D8' in byte 1 of 2
            X(3)               | utf-8    | 41 42 C3          | expected characters of utf-8, found X'C3' in byte 3 of 3
            X(3)               | utf-8    | 41 FF 42          | expected characters of utf-8, found X'FF' in byte 2 of 3
            U BYTE-LENGTH 3    | cp037    | 41 42 C3          | expected at most 3 characters of utf-8, found X'C3' in byte 3 of 3
            U(1)               | cp037    | 41 42 20 20       | expected at most 1 characters of utf-8, found X'42' in byte 2 of 4
            U(2)               | cp037    | C3 A4 20 41 20 20 20 20 | expected at most 2 characters of utf-8, found X'41' in byte 4 of 8
            """)
    void bytesThatAreNoCharacterAreRefused(String clauses, String encoding, String bytes, String message) {
        FieldReader field = OneField.of(clauses, encoding);

        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.text(OneField.frame(bytes)));

        assertThat(refused).hasMessage(message);
        assertThat(refused.code()).isEqualTo("BNK-2013");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # clauses                                    | bytes                         | value
            9(3)V99 NATIONAL                             | 00 31 00 32 00 33 00 34 00 35 | 123.45
            S9(2) NATIONAL SIGN LEADING SEPARATE         | 00 2D 00 31 00 32             | -12
            9(2) NATIONAL                                | 00 31 F1 F2                   | BNK-2005
            9(2) NATIONAL                                | 00 31 00 41                   | BNK-2005
            9(2) NATIONAL                                | 00 20 00 20                   | BNK-2002
            """)
    void aNationalNumberIsReadFromItsDigits(String clauses, String bytes, String value) {
        assertThat(OneField.valueOrCode(OneField.of(clauses, "cp037"), OneField.frame(bytes)))
                .isEqualTo(value);
    }

    @Test
    void doubleByteFieldsNeedAnEncodingThatHasThem() {
        assertThatThrownBy(() -> OneField.of("G(2) DISPLAY-1", "cp037"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expected an encoding with double-byte characters (cp930, cp933, cp935, cp937, cp939, cp1364) for"
                                + " F, which is PIC G(2) DISPLAY-1; found cp037");
    }

    /** The whole double-byte half of each page against the JDK's charset, there and back. */
    @ParameterizedTest
    @ValueSource(strings = {"930", "933", "935", "937", "939", "1364"})
    void everyDoubleByteCharacterComesBack(String number) {
        CodePage page = CodePage.of("cp" + number);
        Charset charset = Charset.forName("x-IBM" + number);
        int characters = 0;
        for (int code = 0x4040; code <= 0xFEFE; code++) {
            byte[] shifted = HexFormat.of().parseHex(String.format("0E%04X0F", code));
            char[] decoded = new char[4];
            if (page.characters().decode(shifted, 0, 4, decoded) == 1) {
                String text = String.valueOf(decoded[0]);
                characters++;
                assertThat(text).isEqualTo(new String(shifted, charset));
                char[] again = new char[4];
                byte[] encoded = page.twofold().encode(text);
                assertThat(page.twofold().decode(encoded, 0, 2, again)).isEqualTo(1);
                assertThat(again[0]).isEqualTo(decoded[0]);
            }
        }
        assertThat(characters).isGreaterThan(5_000);
    }

    @Test
    void mixedTextIsWrittenWithItsShifts() {
        CodePage page = CodePage.of("cp939");

        assertThat(page.encode("AアイB")).isEqualTo(HexFormat.of().parseHex("C10E438143820FC2"));
        assertThat(page.encode("ア")).isEqualTo(HexFormat.of().parseHex("0E43810F"));
    }

    @Test
    void utf8IsWrittenWithAsManyCharactersAsThePictureHas() {
        Dialect dialect = Dialect.of(CodePage.of("cp037"));

        assertThat(written("U(2)", dialect, "Aä")).isEqualTo("41 C3 A4 20 20 20 20 20");
        assertThat(written("U BYTE-LENGTH 3", dialect, "ABC")).isEqualTo("41 42 43");
        assertThatThrownBy(() -> written("U(2)", dialect, "ABC"))
                .hasMessage("F: expected characters of UTF-8 that PIC U(2) holds, found 'ABC'");
        assertThatThrownBy(() -> written("U BYTE-LENGTH 3", dialect, "ää"))
                .hasMessage("F: expected at most 3 bytes of UTF-8 that PIC U holds, found 4");
    }

    private static String written(String clauses, Dialect dialect, String text) {
        byte[] record =
                RecordEncoder.of(OneField.layout(clauses), dialect, Map.of()).record(Map.of("F", text));
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(record);
    }
}
