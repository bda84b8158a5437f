package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku feed}: definitions of feeds, without a running bridge. */
@Command(
        name = "feed",
        description = "Check, test, list and describe the definitions of feeds.",
        subcommands = {
            FeedCheckCommand.class,
            FeedTestCommand.class,
            FeedMapCommand.class,
            FeedDiffCommand.class,
            FeedListCommand.class,
            FeedSchemaCommand.class
        })
final class FeedCommand extends CommandGroup {}
