package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku batch approve}: what somebody else has asked for is done. */
@Command(
        name = "approve",
        description =
                "Approve of what somebody else asked for, where the feed says four-eyes, and wait until it is done.")
final class BatchApproveCommand extends BatchDecisionCommand {
    BatchApproveCommand() {
        super("approve");
    }

    @Override
    ExitCode exitCode(BatchView batch) {
        return batch.exitCode();
    }
}
