package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code banku inspect} says of a file of which it looks only at the beginning. */
class InspectSampleTest {
    private static final String ACCOUNTS = "sample-mainframe-files/account-master/ACM.D261120.DAT";
    private static final String TRANSACTIONS = "sample-mainframe-files/daily-transactions/TXN.D261120.BIN";

    @Test
    void aRecordThatGoesOnBehindTheSampleIsNoFaultAndNothingIsSaidOfTheEnd() {
        Terminal run = Terminal.banku("inspect", TRANSACTIONS, "--sample", "50000");

        assertThat(run.out())
                .contains("TXN.D261120.BIN, 192,023 bytes")
                .contains("in the first 50,000 bytes of 192,023. How the file ends was not looked")
                .contains("framing     likely: rdw: 782 records of 26 to 76 bytes in the first 50,000 bytes of 192,023")
                .doesNotContain("the last one ends with the file", "like a trailer");
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aRecordLengthIsHeldAgainstTheLengthOfTheWholeFile() {
        assertThat(Terminal.banku("inspect", ACCOUNTS, "--sample", "12KiB").out())
                .contains("framing     likely: {fixed: {length: 120}}")
                .contains("length is 257 times that");
    }

    @Test
    void aSampleThatIsLongerThanTheFileIsTheFile() {
        assertThat(Terminal.banku("inspect", TRANSACTIONS, "--sample", "1GB").out())
                .isEqualTo(Terminal.banku("inspect", TRANSACTIONS).out());
    }

    @Test
    void jsonSaysHowMuchWasLookedAtAndACopybookIsHeldAgainstThatMuch() throws IOException {
        Terminal run = Terminal.banku(
                "inspect",
                ACCOUNTS,
                "--copybook",
                "sample-mainframe-files/account-master/ACCTMAST.cpy",
                "--json",
                "--sample",
                "12KiB");

        JsonNode said = new ObjectMapper().readTree(run.out());
        assertThat(said.get("bytes").asLong()).isEqualTo(30_840);
        assertThat(said.get("sampledBytes").asLong()).isEqualTo(12_288);
        assertThat(said.at("/copybook/looked").asLong()).isEqualTo(102);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1XB", "1.5MB", "99999999999999999999GB"})
    void anythingElseThanANumberOfBytesIsRefusedInWords(String size) {
        Terminal run = Terminal.banku("inspect", TRANSACTIONS, "--sample", size);

        assertThat(run.err())
                .contains("expected a number of bytes from 1, such as 65536, 64KiB, 100MB or 1GB, found " + size);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }
}
