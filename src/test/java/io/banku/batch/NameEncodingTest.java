package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"ANSI_X3.4-1968", "US-ASCII", "646", "no-such-encoding"})
    void inALocaleOfAsciiAloneTheStartIsRefused(String encoding) {
        assertThat(NameEncoding.fault(encoding))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith("BNK-4050 expected a locale in which names of files can be read, found")
                        .contains(encoding, "Set LC_ALL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "IBM1047"})
    void everyOtherLocaleWillDo(String encoding) {
        assertThat(NameEncoding.fault(encoding)).isEmpty();
    }

    @Test
    void aJavaInTheCLocaleReadsNamesAsAscii() throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                List.of(System.getProperty("java.home") + "/bin/java", "-XshowSettings:properties", "-version"));
        java.environment().put("LC_ALL", "C");
        java.redirectErrorStream(true);

        Process process = java.start();
        String told = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).isZero();
        String encoding = told.replaceAll("(?s).*sun.jnu.encoding = (\\S+).*", "$1");
        assertThat(NameEncoding.fault(encoding)).isPresent();
    }
}
