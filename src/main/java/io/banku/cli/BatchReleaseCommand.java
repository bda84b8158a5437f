package io.banku.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banku batch release}: what holds the batch does not hold it any longer. */
@Command(
        name = "release",
        description =
                "Release a held batch and wait until it is sealed. Ends with 8 when something else holds it then.")
final class BatchReleaseCommand extends BatchDecisionCommand {
    @Option(
            names = "--despite",
            paramLabel = "ID",
            description = "The batch whose records in the log this one may repeat, where the release has to name it.")
    private String despite;

    BatchReleaseCommand() {
        super("release");
    }

    @Override
    void complete(Map<String, String> wish) {
        if (despite != null) {
            wish.put("despite", despite);
        }
    }

    @Override
    ExitCode exitCode(BatchView batch) {
        return batch.state().equals("waiting") ? ExitCode.REFUSED : batch.exitCode();
    }
}
