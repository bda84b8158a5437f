package io.banku.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code banku batch rejects}: every record that could not become events, also of a batch that is held or refused. */
@Command(name = "rejects", description = "List the rejects of a batch, as its last check found them.")
final class BatchRejectsCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "ID", description = "The batch's id, or the beginning of it.")
    private String id;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        list.show(
                api.open(),
                "/batches/" + Api.escaped(id) + "/rejects",
                List.of(),
                "no rejects",
                (items, out) -> BatchView.rejects(items).print(out));
        return ExitCode.CLEAN;
    }
}
