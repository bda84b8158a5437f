package io.banku.cli;

import io.banku.settings.ForCommand;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --config}, for every command that needs settings. */
final class SettingsOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings; may be given again, the last one wins.")
    private List<Path> files = new ArrayList<>();

    /** @param fixedByCommand what the command is about and nobody may change; wins over everything */
    Settings read(Map<Setting<?>, String> fixedByCommand) {
        return Settings.read(files, System.getenv(), fixedByCommand);
    }

    /** For a command that also prefers some, or has servers of its own. */
    Settings read(ForCommand command) {
        return Settings.read(files, System.getenv(), command);
    }
}
