package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku account}: accounts as the events have made them. */
@Command(
        name = "account",
        description = "Show accounts as the events have made them.",
        subcommands = {AccountShowCommand.class})
final class AccountCommand extends CommandGroup {}
