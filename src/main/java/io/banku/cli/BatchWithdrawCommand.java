package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku batch withdraw}: what somebody asked for is not to be done. */
@Command(
        name = "withdraw",
        description = "Withdraw what was asked for and waits for somebody else; the batch stays as it is.")
final class BatchWithdrawCommand extends BatchDecisionCommand {
    BatchWithdrawCommand() {
        super("withdraw");
    }

    @Override
    boolean isWaitedFor(BatchView answer) {
        return false;
    }

    @Override
    ExitCode exitCode(BatchView batch) {
        return ExitCode.CLEAN;
    }
}
