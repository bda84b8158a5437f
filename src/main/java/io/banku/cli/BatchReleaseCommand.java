package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku batch release}: what holds the batch does not hold it any longer. */
@Command(
        name = "release",
        description =
                "Release a held batch and wait until it is sealed. Ends with 8 when something else holds it then.")
final class BatchReleaseCommand extends BatchDecisionCommand {
    BatchReleaseCommand() {
        super("release");
    }

    @Override
    ExitCode exitCode(BatchView batch) {
        return batch.exitCode();
    }
}
