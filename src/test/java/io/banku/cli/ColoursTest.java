package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class ColoursTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,  xterm, true,  ON",
                "'', xterm, true,  ON",
                "1,  xterm, true,  OFF",
                "-,  dumb,  true,  OFF",
                "-,  -,     true,  OFF",
                "-,  xterm, false, OFF"
            })
    void coloursAreForATerminalThatCanShowThemUnlessNotWanted(
            String noColor, String term, boolean onTerminal, Ansi expected) {
        assertThat(Colours.ansi(noColor, term, onTerminal)).isEqualTo(expected);
    }
}
