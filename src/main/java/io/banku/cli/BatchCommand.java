package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku batch}: the files that became batches, and decisions about those that are held. */
@Command(
        name = "batch",
        description = "Show the batches of a running bridge, and decide about those that are held.",
        subcommands = {
            BatchListCommand.class,
            BatchShowCommand.class,
            BatchRejectsCommand.class,
            BatchFilesCommand.class,
            BatchExcuseCommand.class,
            BatchReleaseCommand.class,
            BatchRefuseCommand.class,
            BatchApproveCommand.class,
            BatchWithdrawCommand.class
        })
final class BatchCommand extends CommandGroup {}
