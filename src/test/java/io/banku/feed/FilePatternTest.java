package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "TXN.BIN,               TXN.BIN,          true",
        "TXN.BIN,               TXNXBIN,          false",
        "TXN.BIN,               txn.bin,          false",
        "BRANCH*.TXT,           BRANCH.TXT,       true",
        "BRANCH*.TXT,           BRANCH-7.A.TXT,   true",
        "BRANCH*.TXT,           BRANCH.TXT.done,  false",
        "TXN.D{date:yyMMdd}.B,  TXN.D261121.B,    true",
        "TXN.D{date:yyMMdd}.B,  TXN.D261131.B,    false",
        "TXN.D{date:yyMMdd}.B,  TXN.D26112.B,     false",
        "X.G{sequence}V00,      X.G0042V00,       true",
        "X.G{sequence}V00,      X.GV00,           false",
        "{date:yyyyDDD}*,       2026325.X,        true",
    })
    void aPatternClaimsTheNamesThatItDescribes(String pattern, String name, boolean claimed) {
        assertThat(FilePattern.of(pattern).match(name).isPresent()).isEqualTo(claimed);
    }

    @Test
    void aNameTellsItsDateAndSequence() {
        FileName name = FilePattern.of("A.D{date:yyyyMMdd}.S{sequence}.*")
                .match("A.D20261121.S0042.BIN")
                .orElseThrow();

        assertThat(name.name()).isEqualTo("A.D20261121.S0042.BIN");
        assertThat(name.date()).contains(LocalDate.of(2026, 11, 21));
        assertThat(name.sequence()).hasValue(42);
    }

    @Test
    void whatIsNotThereIsEmpty() {
        FileName name = FilePattern.of("A").match("A").orElseThrow();

        assertThat(name.date()).isEmpty();
        assertThat(name.sequence()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{date:yyMMdd}{date:yyMMdd}, expected at most one {date}",
        "{sequence}{sequence},       expected at most one {sequence}",
        "{date:HHmm},                expected year",
        "{date},                     expected a file name",
        "in/TXN,                     expected a file name",
    })
    void aPatternThatIsNoneIsRefused(String pattern, String reason) {
        assertThatThrownBy(() -> FilePattern.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason);
    }
}
