package io.banku.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.outside.Sight;
import io.banku.outside.Sight.Grade;
import io.banku.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code banku check}: whether everything that the settings name is there, before a bridge is started. */
@Command(
        name = "check",
        description = {
            "Look at everything outside that the settings name: Kafka, Redis, folders, feeds, ports.",
            "Changes nothing. Ends with 12 when something is not as it must be."
        })
final class CheckCommand implements Callable<ExitCode> {
    @Option(names = "--json", description = "Write one JSON object.")
    private boolean json;

    @Mixin
    private SettingsOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        Settings settings = options.read(Map.of());
        List<Sight> sights = new Surroundings(settings).sights();
        PrintWriter out = spec.commandLine().getOut();
        boolean isRight = sights.stream().noneMatch(sight -> sight.grade() == Grade.FAILED);
        if (json) {
            out.println(document(isRight, sights));
        } else {
            Table table = new Table("STATE", "WHAT", "FOUND");
            sights.forEach(sight -> table.row(state(sight), sight.thing(), sight.words()));
            table.print(out);
        }
        return isRight ? ExitCode.CLEAN : ExitCode.ENVIRONMENT;
    }

    private static ObjectNode document(boolean isRight, List<Sight> sights) {
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        document.put("ok", isRight);
        var things = document.putArray("things");
        for (Sight sight : sights) {
            things.addObject()
                    .put("thing", sight.thing())
                    .put("state", state(sight))
                    .put("found", sight.words());
        }
        return document;
    }

    private static String state(Sight sight) {
        return sight.grade().name().toLowerCase(Locale.ROOT);
    }
}
