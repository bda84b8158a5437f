package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku unclaimed}: files that no feed claims. */
@Command(
        name = "unclaimed",
        description = "Show files that no feed claims in a running bridge, and say of which feed one is.",
        subcommands = {UnclaimedListCommand.class, UnclaimedShowCommand.class, UnclaimedAssignCommand.class})
final class UnclaimedCommand extends CommandGroup {}
