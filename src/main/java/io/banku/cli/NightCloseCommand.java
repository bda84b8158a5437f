package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku night close}: a business date is closed although feeds of it are not done. */
@Command(name = "close", description = "Close a business date although feeds of it are not done.")
final class NightCloseCommand implements Callable<ExitCode> {
    @Parameters(index = "0", paramLabel = "NIGHT", description = "The night, by its name in nights.yaml.")
    private String night;

    @Parameters(index = "1", paramLabel = "DATE", converter = Day.class, description = "The date, as 2026-11-20.")
    private LocalDate date;

    @Option(
            names = "--without",
            paramLabel = "FEED",
            required = true,
            split = ",",
            description = "A feed that is not done; each of them has to be named.")
    private List<String> without;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept with the close.")
    private String reason;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the close; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(names = "--json", description = "Write the night as the API answers it at the end.")
    private boolean json;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws InterruptedException {
        Api api = options.open();
        String path = "/nights/" + Api.escaped(night) + "/" + date;
        api.post(
                path + "/actions",
                Map.of(
                        "action",
                        "close",
                        "without",
                        without,
                        "reason",
                        reason,
                        "by",
                        System.getProperty("user.name", "operator")));
        JsonNode after = new Afterwards<>(
                        "the decision is in the ledger, and the date is closed by a process with the role ingest",
                        "night show " + night + " " + date,
                        () -> api.get(path))
                .await(NightCloseCommand::isClosed, Instant.now().plusSeconds(seconds));
        if (!isClosed(after)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected the date to be closed within " + seconds
                            + " seconds, found it open. The decision is in the"
                            + " ledger: does a process with the role ingest run?");
        }
        spec.commandLine().getOut().println(json ? after.toString() : NightView.line(after));
        return ExitCode.CLEAN;
    }

    private static boolean isClosed(JsonNode night) {
        return night.path("state").asText().equals("closed");
    }
}
