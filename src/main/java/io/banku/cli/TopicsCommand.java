package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku topics}: the topics that the log consists of. */
@Command(
        name = "topics",
        description = "Create the topics on Kafka, and check that they are as the bridge needs them.",
        subcommands = {TopicsInitCommand.class, TopicsCheckCommand.class})
final class TopicsCommand extends CommandGroup {}
