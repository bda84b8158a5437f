package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku night show}: where each feed of a business date stands, and what was written of it. */
@Command(name = "show", description = "Show where each feed of a business date stands, and what was written of it.")
final class NightShowCommand implements Callable<ExitCode> {
    @Parameters(index = "0", paramLabel = "NIGHT", description = "The night, by its name in nights.yaml.")
    private String night;

    @Parameters(index = "1", paramLabel = "DATE", converter = Day.class, description = "The date, as 2026-11-20.")
    private LocalDate date;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        JsonNode shown = options.open().get("/nights/" + Api.escaped(night) + "/" + date);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(shown);
        } else {
            NightView.print(shown, out);
        }
        return ExitCode.CLEAN;
    }
}
