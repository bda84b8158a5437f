package io.banku.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lays the sources over each other and collects their faults. One thread, one use. */
final class SettingsReader {
    private static final String JAR_FILE = "application.properties";
    private static final String IN_THE_JAR = JAR_FILE + " in the jar";

    private final Map<String, Entry> entries = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> unheeded = new TreeSet<>();
    private Map<String, Entry> ownBefore = Map.of();

    SettingsReader() {
        Setting.all().forEach(setting -> put(new Entry(setting.key(), setting.standard(), "default")));
    }

    SettingsReader jar() {
        try (InputStream in = SettingsReader.class.getResourceAsStream("/" + JAR_FILE)) {
            if (in != null) {
                text(IN_THE_JAR, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SettingsReader files(List<Path> files) {
        for (Path file : files) {
            try {
                text(file.toString(), Files.readString(file));
            } catch (IOException e) {
                faults.add(file + ": expected a properties file, found none that can be read: " + e);
            }
        }
        return this;
    }

    SettingsReader text(String name, String text) {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : PropertiesFile.read(name, text, faults)) {
            Entry before = seen.put(entry.key(), entry);
            if (before != null) {
                faults.add(entry.origin() + ": expected " + entry.key() + " once, found it also at " + before.origin());
            }
            if (Keys.exists(entry.key())) {
                put(entry);
            } else {
                faults.add(entry.origin() + ": expected the name of a setting, found " + entry.key()
                        + Nearest.to(entry.key(), Setting.all().stream().map(Setting::key)));
            }
        }
        return this;
    }

    SettingsReader environment(Map<String, String> variables) {
        Environment.read(variables, faults).forEach(this::put);
        return this;
    }

    /** Before what others say. */
    SettingsReader prefer(Map<Setting<?>, String> preferred) {
        preferred.forEach((setting, value) -> put(new Entry(setting.key(), value, "preferred by the command")));
        ownBefore = Map.copyOf(entries);
        return this;
    }

    SettingsReader command(ForCommand command) {
        command.fixed().forEach((setting, value) -> {
            leave(setting.key());
            put(new Entry(setting.key(), value, "fixed by the command"));
        });
        if (command.ownServers()) {
            List.copyOf(entries.keySet()).stream()
                    .filter(key -> key.startsWith(Keys.KAFKA))
                    .forEach(this::leave);
        }
        return this;
    }

    /** What others than the program itself said of a key is not heeded, and told. */
    private void leave(String key) {
        Entry given = entries.remove(key);
        if (given != null && !given.equals(ownBefore.get(key))) {
            unheeded.add(key + " (" + given.origin() + ")");
        }
    }

    Settings settings() {
        fillIn();
        Setting.all().forEach(this::check);
        faults.addAll(PassedOn.faults(entries.values().stream()
                .filter(entry -> !entry.origin().startsWith(IN_THE_JAR))
                .sorted(Comparator.comparing(Entry::key))
                .toList()));
        if (faults.isEmpty()) {
            Settings settings = new Settings(entries, List.copyOf(unheeded));
            faults.addAll(Contradictions.of(settings));
            if (faults.isEmpty()) {
                return settings;
            }
        }
        throw new SettingsException(faults);
    }

    private void put(Entry entry) {
        entries.put(entry.key(), entry);
    }

    /** Only the program's own defaults refer to others. */
    private void fillIn() {
        String home = System.getProperty("banku.home", ".");
        String data = entries.get(Setting.DATA.key()).value();
        entries.replaceAll((key, entry) -> entry.origin().equals("default")
                ? new Entry(
                        key,
                        entry.value().replace("${banku.home}", home).replace("${banku.data}", data),
                        entry.origin())
                : entry);
    }

    private void check(Setting<?> setting) {
        Entry entry = entries.get(setting.key());
        try {
            setting.form().reader().apply(entry.value());
        } catch (IllegalArgumentException e) {
            faults.add(entry.origin() + ": " + entry.key() + ": expected "
                    + setting.form().expected() + ", found " + (entry.value().isEmpty() ? "nothing" : entry.shown()));
        }
    }
}
