package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku view}: where the account view stands, and having it made anew. */
@Command(
        name = "view",
        description = "Show where the account view stands; rebuild it from the log.",
        subcommands = {ViewShowCommand.class, ViewRebuildCommand.class})
final class ViewCommand extends CommandGroup {}
