package io.banku.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code banku unclaimed list}: as {@code banku batch files unclaimed}. */
@Command(name = "list", description = "List files that no feed claims, the latest first.")
final class UnclaimedListCommand implements Callable<ExitCode> {
    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        list.show(api.open(), "/files", List.of("kind=unclaimed"), "no files", BatchFilesCommand::print);
        return ExitCode.CLEAN;
    }
}
