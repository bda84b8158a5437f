package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku feed}: definitions of feeds, without a running bridge. */
@Command(
        name = "feed",
        description = "Write, check, test, list and describe the definitions of feeds; show what they make of a file.",
        subcommands = {
            FeedNewCommand.class,
            FeedCheckCommand.class,
            FeedTestCommand.class,
            FeedMapCommand.class,
            FeedDiffCommand.class,
            FeedListCommand.class,
            FeedSchemaCommand.class
        })
final class FeedCommand extends CommandGroup {}
