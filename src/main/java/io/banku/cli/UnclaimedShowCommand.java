package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku unclaimed show}: why no feed claims a file, and where it lies. */
@Command(name = "show", description = "Show why no feed claims a file, and where it lies.")
final class UnclaimedShowCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "FILE", description = "Its name, or the beginning of its arrival.")
    private String named;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        UnclaimedFile file = UnclaimedFile.find(api.open(), named);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(file.file());
            return ExitCode.CLEAN;
        }
        JsonNode finding = file.file().path("note").path("finding");
        out.println(file.name() + " is unclaimed, in refused/unclaimed/" + file.arrival() + " below banku.data");
        out.println("  " + finding.path("code").asText() + " "
                + Shown.of(finding.path("message").asText()));
        out.println();
        out.println("banku unclaimed assign " + file.arrival() + " FEED --reason TEXT");
        return ExitCode.CLEAN;
    }
}
