package io.banku.cli;

import io.banku.Banku;
import io.banku.batch.LedgerTopic;
import io.banku.log.LogTopic;
import io.banku.log.Topics;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku topics init}: shows which topics are missing, and creates them when that is confirmed. */
@Command(
        name = "init",
        description = "Show which topics would be created, and create them with --yes. Changes no topic that is there.")
final class TopicsInitCommand implements Callable<ExitCode> {
    @Option(names = "--yes", description = "Create them.")
    private boolean confirmed;

    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = options.read(Map.of());
        try (Topics topics = Banku.topics(settings)) {
            List<Topics.Plan> missing = topics.missing();
            if (missing.isEmpty()) {
                out.println("nothing to do: all topics are there");
                return ExitCode.CLEAN;
            }
            requireNoLedgerBefore(missing, settings);
            print(missing, out);
            if (!confirmed) {
                throw new CommandException(
                        ExitCode.REFUSED,
                        "nothing was created: expected --yes, found none. The number of partitions is for years"
                                + " (banku.partitions); if the plan is right: banku topics init --yes");
            }
            topics.init().forEach(topic -> out.println("created " + topic));
            return ExitCode.CLEAN;
        }
    }

    private static void requireNoLedgerBefore(List<Topics.Plan> missing, Settings settings) throws IOException {
        if (missing.stream().anyMatch(plan -> plan.topic().equals(LogTopic.BATCHES.topic()))) {
            Optional<String> before = new LedgerTopic(settings.get(Setting.DATA)).missing();
            if (before.isPresent()) {
                throw new CommandException(ExitCode.REFUSED, "nothing was created: " + before.get());
            }
        }
    }

    private static void print(List<Topics.Plan> missing, PrintWriter out) {
        Table table = new Table("TOPIC", "PARTITIONS", "REPLICAS", "SETTINGS");
        for (Topics.Plan plan : missing) {
            String settings = new TreeMap<>(plan.settings())
                    .entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .collect(Collectors.joining(" "));
            table.row(plan.topic(), Integer.toString(plan.partitions()), Integer.toString(plan.replicas()), settings);
        }
        table.print(out);
    }
}
