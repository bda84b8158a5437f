package io.banku.cli;

import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows every setting as {@code banku run} would take it, and where its value comes from. */
@Command(name = "show", description = "Show every setting, its value, and where the value comes from.")
final class ConfigShowCommand implements Callable<ExitCode> {
    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        Settings settings = options.read(Map.of());
        List<List<String>> rows = new ArrayList<>();
        for (Setting<?> setting : Setting.all()) {
            rows.add(List.of(setting.key(), settings.shown(setting), settings.origin(setting)));
        }
        rows.addAll(settings.shownPassedOn());
        print(rows, spec.commandLine().getOut());
        return ExitCode.CLEAN;
    }

    private static void print(List<List<String>> rows, PrintWriter out) {
        int keys = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(1);
        int values = rows.stream().mapToInt(row -> row.get(1).length()).max().orElse(1);
        rows.forEach(row -> out.printf("%-" + keys + "s  %-" + values + "s  %s%n", row.toArray()));
    }
}
