package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku breaks}: where the mainframe contradicts itself. */
@Command(
        name = "breaks",
        description =
                "Show where the mainframe's balance of an account differs from what its facts add up to; acknowledge that.",
        subcommands = {BreaksListCommand.class, BreaksShowCommand.class, BreaksAcknowledgeCommand.class})
final class BreaksCommand extends CommandGroup {}
