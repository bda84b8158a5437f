package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku batch excuse}: a file that is due is not waited for. */
@Command(
        name = "excuse",
        description = "Say that there is no file of a day, which is due by its feed's calendar: it is not waited for.")
final class BatchExcuseCommand implements Callable<ExitCode> {
    @Parameters(index = "0", paramLabel = "FEED", description = "The feed.")
    private String feed;

    @Parameters(
            index = "1",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day of the file, as 2026-11-20.")
    private LocalDate date;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept in the ledger.")
    private String reason;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        JsonNode excused = options.open()
                .post(
                        "/due/" + Api.escaped(feed) + "/" + date + "/actions",
                        Map.of(
                                "action",
                                "excuse",
                                "reason",
                                reason,
                                "by",
                                System.getProperty("user.name", "operator")));
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? excused.toString()
                                : feed + " " + excused.path("file").asText() + " of " + date + " is not waited for");
        return ExitCode.CLEAN;
    }
}
