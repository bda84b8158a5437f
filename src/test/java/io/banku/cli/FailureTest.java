package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureTest {
    private final StringWriter err = new StringWriter();

    @Test
    void aReasonThatTheCommandKnowsIsToldAsItIs() {
        int code = fail(new CommandException(ExitCode.REFUSED, "batch 9f2c is held"));

        assertThat(code).isEqualTo(8);
        assertThat(err.toString()).isEqualToNormalizingNewlines("banku: batch 9f2c is held\n");
    }

    @Test
    void aToldExceptionIsFoundBehindTheOnesThatWrapIt() {
        int code = fail(new IllegalStateException(new CompletionException(new NoSuchFileException("TXN.BIN"))));

        assertThat(code).isEqualTo(12);
        assertThat(err.toString()).isEqualToNormalizingNewlines("banku: expected the file TXN.BIN, found none\n");
    }

    @Test
    void anyOtherExceptionIsAFaultOfTheProgram() {
        int code = fail(new IllegalStateException("impossible"));

        assertThat(code).isEqualTo(16);
        assertThat(err.toString())
                .contains("internal error", "java.lang.IllegalStateException: impossible", "--verbose")
                .doesNotContain("\tat ");
    }

    private int fail(Exception thrown) {
        @Command(name = "fails")
        class Fails implements Callable<ExitCode> {
            @Override
            public ExitCode call() throws Exception {
                throw thrown;
            }
        }
        return new CommandLine(new Fails())
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(Failure::ofCommand)
                .execute();
    }
}
