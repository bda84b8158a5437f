package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku reject}: records that could not become events, and the way back for them. */
@Command(
        name = "reject",
        description = "Show the rejects of a running bridge's batches; correct, resubmit or dismiss them.",
        subcommands = {
            RejectListCommand.class,
            RejectShowCommand.class,
            RejectCorrectCommand.class,
            RejectResubmitCommand.class,
            RejectDismissCommand.class
        })
final class RejectCommand extends CommandGroup {}
