package io.banku.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000004711",
                "4711",
                "GIRO 1",
                ".A..1",
                "...",
                "A\\B",
                "A;B?c#d%",
                "Ä-ß",
                "口座１",
                "A\uE000",
                "\uD83C\uDFE6",
                "e\u0301",
                "0123456789012345678901234567890123456789012345678901234567890123",
            })
    void whatAPathCanNameAndAPersonCanTellFromAnotherNamesAnAccount(String id) {
        assertThat(AccountId.isOne(id)).isTrue();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                ".",
                "..",
                "/",
                "A/B",
                // LOW-VALUES, what cp037 makes of X'FF', line ends of ASCII and EBCDIC, a tab, DEL
                "\u0000\u0000",
                "4711\u0000",
                "\u009F",
                "4711\n",
                "4711\r",
                "47\u008511",
                "4711\t",
                "4711\u007F",
                "47\u202811",
                "47\u202911",
                // a byte order mark, what joins, turns round or hides, and half a character
                "\uFEFF4711",
                "47\u200B11",
                "47\u202E11",
                "47\u00AD11",
                "47\u206011",
                "47\uDB40\uDC2011",
                "4711\uD83C",
                "\uDFE64711",
                // blanks that look like others, and letters and marks that are drawn as nothing
                "A\u00A01",
                "A\u30001",
                "A\u20031",
                "47\u316411",
                "47\u034F11",
                "47\uFE0F11",
                "47\u280011",
                // what stands for a character that could not be read, and noncharacters
                "47\uFFFD11",
                "47\uFFFF11",
                "47\uFDD011",
                "01234567890123456789012345678901234567890123456789012345678901234",
            })
    void whatNoRequestCouldNameOrNobodyCouldTellFromAnotherNamesNone(String id) {
        assertThat(AccountId.isOne(id)).isFalse();
    }

    @Test
    void lengthIsCountedInCharactersNotInTheHalvesOfThem() {
        assertThat(AccountId.isOne("\uD83C\uDFE6".repeat(64))).isTrue();
        assertThat(AccountId.isOne("\uD83C\uDFE6".repeat(65))).isFalse();
    }

    @Test
    void aReferenceMayBeLongAndHaveWhatWouldDivideAPath() {
        assertThat(List.of("A/B", "..", "1".repeat(100))).allMatch(AccountId::isReadable);
        assertThat(List.of("", " A", "A\u0000", "A\u200BB")).noneMatch(AccountId::isReadable);
    }

    @Test
    void ofAsciiOnlyTheVisibleCharactersAreTaken() {
        assertThat(IntStream.range(0, 128)
                        .filter(c -> AccountId.isReadable("A" + (char) c + "B"))
                        .toArray())
                .isEqualTo(IntStream.rangeClosed(' ', '~').toArray());
    }
}
