package io.banku.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "000A, \\u000A",
        "001B, \\u001B",
        "007F, \\u007F",
        "0085, \\u0085",
        "009B, \\u009B",
        "2028, \\u2028",
        "202E, \\u202E",
        "FEFF, \\uFEFF",
        "D800, \\uD800",
        "DC00, \\uDC00",
        "E0041, \\uDB40\\uDC41",
    })
    void whatWouldForgeALineOrHideSomethingStandsAsItsCode(String code, String shown) {
        String character = new String(Character.toChars(Integer.parseInt(code, 16)));

        assertThat(Shown.of("a" + character + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void whatCanBeSeenStaysAsItIs() {
        String text = "Überweisung 10 €, 口座, \uD83C\uDFE6";

        assertThat(Shown.of(text)).isSameAs(text);
    }
}
