package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku night}: business dates, and whether they are closed. */
@Command(
        name = "night",
        description = "Show which business dates are open and closed, and close one without a feed.",
        subcommands = {NightListCommand.class, NightShowCommand.class, NightCloseCommand.class})
final class NightCommand extends CommandGroup {}
