package io.banku.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banku batch approve}: what somebody else has asked for is done. */
@Command(
        name = "approve",
        description =
                "Approve of what somebody else asked for, where the feed says four-eyes, and wait until it is done.")
final class BatchApproveCommand extends BatchDecisionCommand {
    @Option(
            names = "--of",
            required = true,
            paramLabel = "DECISION",
            description = "What you approve of: release or refuse, as `batch show` says.")
    private String of;

    BatchApproveCommand() {
        super("approve");
    }

    @Override
    void complete(Map<String, String> wish) {
        wish.put("of", of);
    }

    @Override
    ExitCode exitCode(BatchView batch) {
        return batch.exitCode();
    }
}
