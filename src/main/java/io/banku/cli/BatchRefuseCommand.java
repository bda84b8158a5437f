package io.banku.cli;

import picocli.CommandLine.Command;

/** {@code banku batch refuse}: nothing of the batch is published. */
@Command(
        name = "refuse",
        description = "Refuse a held batch: nothing of it is published. The same bytes may come again.")
final class BatchRefuseCommand extends BatchDecisionCommand {
    BatchRefuseCommand() {
        super("refuse");
    }

    @Override
    ExitCode exitCode(BatchView batch) {
        return batch.state().equals("refused") ? ExitCode.CLEAN : ExitCode.REFUSED;
    }
}
