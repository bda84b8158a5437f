package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void everyCharacterIsKept() throws FieldException {
        FieldReader field = OneField.of("X(8)", "cp037");

        assertThat(field.text(OneField.frame("C1 D5 D5 C1 40 00 0E 40"))).isEqualTo("ANNA \u0000\u000E ");
        assertThat(field.isNumeric()).isFalse();
    }

    @Test
    void aByteThatIsNoCharacterIsRefused() {
        FieldReader field = OneField.of("X(3)", "us-ascii");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> field.text(OneField.frame("41 E4 42")));

        assertThat(refused.code()).isEqualTo("BNK-2013");
        assertThat(refused).hasMessage("expected characters of us-ascii, found X'E4' in byte 2 of 3");
    }

    @Test
    void aTextIsNoNumber() {
        FieldReader field = OneField.of("X(3)", "cp037");

        FieldException asLong =
                catchThrowableOfType(FieldException.class, () -> field.unscaled(OneField.frame("F1F2F3")));
        FieldException asDecimal =
                catchThrowableOfType(FieldException.class, () -> field.decimal(OneField.frame("F1F2F3")));

        assertThat(asLong.code()).isEqualTo("BNK-2011");
        assertThat(asDecimal.code()).isEqualTo("BNK-2011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINTER", "INDEX"})
    void anAddressIsShownAsItsBytes(String clauses) throws FieldException {
        FieldReader field = OneField.of(clauses, "cp037");

        FieldException refused =
                catchThrowableOfType(FieldException.class, () -> field.unscaled(OneField.frame("00112233")));

        assertThat(field.text(OneField.frame("00112233"))).isEqualTo("00112233");
        assertThat(field.isNumeric()).isFalse();
        assertThat(field.fitsLong()).isFalse();
        assertThat(field.mayBeAbsent()).isFalse();
        assertThat(refused.code()).isEqualTo("BNK-2011");
        assertThat(refused).hasMessage("expected a numeric item, found an address");
    }

    @Test
    void textIsNeverAbsentAndNoLong() {
        FieldReader field = OneField.of("X(3)", OneField.dialect("spaces=null"));

        assertThat(field.fitsLong()).isFalse();
        assertThat(field.mayBeAbsent()).isFalse();
    }

    @Test
    void aFieldBeyondTheRecordsEndIsRefusedWithTheBytesThatAreThere() {
        FieldReader field = OneField.of("X(3)", "cp037");

        FieldException refused = catchThrowableOfType(FieldException.class, () -> field.text(OneField.frame("C1C2")));

        assertThat(refused.code()).isEqualTo("BNK-2001");
        assertThat(refused.hex()).isEqualTo("C1 C2");
    }
}
