package io.banku.cli;

import io.banku.Banku;
import io.banku.log.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code banku topics check}: every topic that is missing, or not as it must be. */
@Command(name = "check", description = "Check the topics; changes nothing. Ends with 12 when one is not as it must be.")
final class TopicsCheckCommand implements Callable<ExitCode> {
    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        try (Topics topics = Banku.topics(options.read(Map.of()))) {
            List<String> faults = topics.check();
            if (!faults.isEmpty()) {
                throw new CommandException(ExitCode.ENVIRONMENT, String.join("\n", faults));
            }
            spec.commandLine().getOut().println("all topics are as they must be");
            return ExitCode.CLEAN;
        }
    }
}
