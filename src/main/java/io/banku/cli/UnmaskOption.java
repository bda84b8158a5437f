package io.banku.cli;

import io.banku.feed.Feed;
import picocli.CommandLine.Option;

/** Whether private values are shown: mixed into the commands that show what a feed makes of a file. */
final class UnmaskOption {
    @Option(
            names = "--unmask",
            description = "Show the values of private fields: those that the feed names in private.")
    private boolean unmask;

    Feed.Values values() {
        return unmask ? Feed.Values.SHOWN : Feed.Values.MASKED;
    }
}
