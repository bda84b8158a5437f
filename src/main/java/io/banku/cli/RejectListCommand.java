package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code banku reject list}: the rejects of a batch, and where each stands. */
@Command(
        name = "list",
        description = "List the rejects of a batch as its last check found them, and where each stands.")
final class RejectListCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "BATCH", description = "The batch's id, or the beginning of it.")
    private String batch;

    @Mixin
    private RejectFilter filter;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        String path = "/batches/" + Api.escaped(batch) + "/rejects";
        list.show(api.open(), path, List.of(), "no rejects", this::print);
        return ExitCode.CLEAN;
    }

    private void print(JsonNode items, PrintWriter out) {
        Table table = new Table("REJECT", "STATUS", "CODE", "FIELD", "REASON");
        items.forEach(reject -> {
            if (filter.isMet(reject)) {
                table.row(
                        batch + "/" + reject.path("record").asLong(),
                        RejectFilter.status(reject),
                        reject.path("code").asText(),
                        reject.path("field").asText(""),
                        reject.path("reason").asText());
            }
        });
        table.print(out);
    }
}
