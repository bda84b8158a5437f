package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
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

    @Test
    void aFileThatIsCalledOtherwiseGetsANameThatIsClaimed() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 11, 20));
        FilePattern daily = FilePattern.of("TXN.D{date:yyMMdd}.*");

        assertThat(daily.claimed("txn.bin", day, OptionalLong.empty())).isEqualTo("TXN.D261120.txn.bin");
        assertThat(daily.claimed("TXN.D261121.BIN", Optional.empty(), OptionalLong.empty()))
                .isEqualTo("TXN.D261121.BIN");
        assertThat(FilePattern.ofGenerations("TXN").claimed("txn.bin", Optional.empty(), OptionalLong.of(42)))
                .isEqualTo("TXN.G0042V00");
        assertThatThrownBy(() -> daily.claimed("txn.bin", Optional.empty(), OptionalLong.empty()))
                .hasMessage("expected a date, as names like TXN.D{date:yyMMdd}.* have one, found none");
        assertThatThrownBy(() -> daily.claimed("txn.bin", day, OptionalLong.of(1)))
                .hasMessageStartingWith("expected no sequence");
        assertThatThrownBy(() -> daily.claimed("TXN.D261121.BIN", day, OptionalLong.empty()))
                .hasMessageStartingWith("expected no date");
        assertThatThrownBy(() ->
                        FilePattern.ofGenerations("TXN").claimed("txn.bin", Optional.empty(), OptionalLong.of(10_042)))
                .hasMessage("expected a generation from 1 to 9999, found 10042");
    }
}
