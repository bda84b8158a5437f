package io.banku.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code BANKU_*} environment variables become entries. {@code BANKU_REDIS_URI_FILE} names a file that holds the value of
 * {@code banku.redis.uri}, as container platforms hand secrets over.
 */
final class Environment {
    private static final String FILE = "_FILE";
    /** Read by the launcher, by the logging, and by the commands that ask a running bridge. */
    private static final Set<String> NOT_SETTINGS = Set.of(
            "BANKU_JAVA", "BANKU_LOG_LEVEL", "BANKU_LOG_LEVEL_OTHERS", "BANKU_API", "BANKU_TOKEN", "BANKU_TOKEN_FILE");
    /** Kubernetes sets such variables for every service of the namespace, and a service may well be called banku. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("BANKU_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_\\d+_(TCP|UDP)(_.*)?)");

    private final Map<String, String> variables;
    private final List<String> faults;
    private final List<Entry> entries = new ArrayList<>();

    private Environment(Map<String, String> variables, List<String> faults) {
        this.variables = variables;
        this.faults = faults;
    }

    static List<Entry> read(Map<String, String> variables, List<String> faults) {
        Environment environment = new Environment(new TreeMap<>(variables), faults);
        environment.variables.keySet().stream().filter(environment::isOurs).forEach(environment::add);
        return environment.entries;
    }

    private boolean isOurs(String name) {
        return name.startsWith("BANKU_")
                && !NOT_SETTINGS.contains(name)
                && !SERVICE_LINK.matcher(name).matches()
                && !(name.endsWith("_PORT") && variables.get(name).startsWith("tcp://"));
    }

    private void add(String name) {
        String value = variables.get(name);
        String base = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
        Optional<String> key = Keys.ofVariable(base);
        if (key.isEmpty()) {
            faults.add("environment variable " + name + ": expected the name of a setting"
                    + Nearest.to(name, Setting.all().stream().map(Setting::environmentVariable)));
        } else if (base.equals(name)) {
            entries.add(new Entry(key.get(), value.strip(), name));
        } else if (variables.containsKey(base)) {
            faults.add("environment variable " + name + ": expected it or " + base + ", found both");
        } else {
            addFile(name, key.get(), Path.of(value));
        }
    }

    private void addFile(String name, String key, Path file) {
        try {
            entries.add(new Entry(key, Files.readString(file).strip(), name + ", " + file));
        } catch (IOException e) {
            faults.add("environment variable " + name + ": expected a file that holds the value of " + key + ", found "
                    + file + ", which cannot be read: " + e);
        }
    }
}
