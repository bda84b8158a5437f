package io.banku.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The value of every setting, checked, and where it comes from. Immutable, shared by threads. */
public final class Settings {
    private final Map<String, Entry> entries;
    private final List<String> unheeded;

    /** Only {@link SettingsReader} makes one, of entries that were found right. */
    Settings(Map<String, Entry> entries, List<String> unheeded) {
        this.entries = Map.copyOf(entries);
        this.unheeded = List.copyOf(unheeded);
    }

    /** As the other one, for a command that only fixes some. */
    public static Settings read(
            List<Path> files, Map<String, String> environment, Map<Setting<?>, String> fixedByCommand) {
        return read(files, environment, ForCommand.fixing(fixedByCommand));
    }

    /**
     * Reads all sources; each wins over the ones before it: the program's defaults, {@code application.properties} in the
     * jar, what the command prefers, the files in their order, {@code BANKU_*} variables, what the command fixes.
     *
     * @throws SettingsException with every fault of every source
     */
    public static Settings read(List<Path> files, Map<String, String> environment, ForCommand command) {
        return new SettingsReader()
                .jar()
                .prefer(command.preferred())
                .files(files)
                .environment(environment)
                .command(command)
                .settings();
    }

    /** What somebody gave and the command does not heed: {@code banku.redis.uri (BANKU_REDIS_URI)}. */
    public List<String> unheeded() {
        return unheeded;
    }

    public <T> T get(Setting<T> setting) {
        return setting.form().reader().apply(entries.get(setting.key()).value());
    }

    /** As text for people: directories in full, passwords hidden. */
    public String shown(Setting<?> setting) {
        return Secrets.hide(setting.key(), text(setting));
    }

    /** {@code default}, {@code bank.properties:12}, {@code BANKU_HTTP_PORT} … */
    public String origin(Setting<?> setting) {
        return entries.get(setting.key()).origin();
    }

    /**
     * Whom the tokens of {@code banku.http.principals} name.
     *
     * @throws SettingsException when the file is not any more what it was when the settings were read
     */
    public Principals principals() {
        List<String> faults = new ArrayList<>();
        Principals principals = principals(faults);
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return principals;
    }

    Principals principals(List<String> faults) {
        return get(Setting.PRINCIPALS)
                .map(file -> Principals.read(file, faults))
                .orElseGet(Principals::unasked);
    }

    /** What {@code banku.kafka.properties.*} hands to every Kafka client, by Kafka's own names. */
    public Map<String, String> kafkaProperties() {
        Map<String, String> properties = new TreeMap<>();
        passedOn(Keys.KAFKA).forEach((key, entry) -> properties.put(key.substring(Keys.KAFKA.length()), entry.value()));
        return properties;
    }

    /** Every setting and every {@code camel.*} property as text, for {@code {{placeholders}}} in routes. */
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        passedOn(Keys.CAMEL).forEach((key, entry) -> properties.put(key, entry.value()));
        Setting.all().forEach(setting -> properties.put(setting.key(), text(setting)));
        return properties;
    }

    /** Key, value and origin of what is handed on unchecked, passwords hidden. */
    public List<List<String>> shownPassedOn() {
        return passedOn("").values().stream()
                .map(entry -> List.of(entry.key(), entry.shown(), entry.origin()))
                .toList();
    }

    private Map<String, Entry> passedOn(String prefix) {
        Map<String, Entry> chosen = new TreeMap<>(entries);
        Setting.all().forEach(setting -> chosen.remove(setting.key()));
        chosen.keySet().removeIf(key -> !key.startsWith(prefix));
        return chosen;
    }

    private String text(Setting<?> setting) {
        return get(setting) instanceof Path directory
                ? directory.toString()
                : entries.get(setting.key()).value();
    }
}
