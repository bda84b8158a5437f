package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku suspense}: facts in another currency than that of their account. */
@Command(
        name = "suspense",
        description = "Show facts in another currency than that of their account.",
        subcommands = {SuspenseListCommand.class, SuspenseShowCommand.class})
final class SuspenseCommand extends CommandGroup {}
