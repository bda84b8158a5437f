package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku parked}: accounts of which no event is applied any more. */
@Command(
        name = "parked",
        description = "Show the accounts that are parked, as an event of theirs could not be applied.",
        subcommands = {ParkedListCommand.class, ParkedShowCommand.class})
final class ParkedCommand extends CommandGroup {}
