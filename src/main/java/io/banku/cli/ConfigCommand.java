package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku config}: what can be set, and what is. */
@Command(
        name = "config",
        description = "Show the settings, and which there are.",
        subcommands = {ConfigShowCommand.class, ConfigKeysCommand.class})
final class ConfigCommand extends CommandGroup {}
