package io.banku.cli;

import io.banku.embedded.EmbeddedServerException;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.IntFunction;

/**
 * On which ports a sandbox starts its servers: on those that are set; else on those of the last start in the same folder, or
 * the usual ones, and on any free one only where these are taken. Shared by the threads that start them.
 */
final class OwnPorts {
    private static final int ANY = 0;

    private final Settings settings;
    private final Path file;
    private final Properties last = new Properties();

    OwnPorts(Settings settings, Path folder) {
        this.settings = settings;
        this.file = folder.resolve("ports.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                last.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** @param start throws when it cannot have the port */
    <T> T start(Setting<Integer> setting, IntFunction<T> start) {
        int wanted = settings.get(setting);
        if (!settings.origin(setting).equals("default")) {
            return start.apply(wanted);
        }
        try {
            return start.apply(remembered(setting.key(), wanted));
        } catch (EmbeddedServerException taken) {
            return start.apply(ANY);
        }
    }

    private int remembered(String key, int usual) {
        String port = last.getProperty(key, "");
        return port.matches("\\d{1,5}") ? Integer.parseInt(port) : usual;
    }

    /** For the next start: what is set up by these addresses stays right. */
    void keep(int kafka, int redis) {
        last.setProperty(Setting.OWN_KAFKA_PORT.key(), Integer.toString(kafka));
        last.setProperty(Setting.OWN_REDIS_PORT.key(), Integer.toString(redis));
        try (Writer out = Files.newBufferedWriter(file)) {
            last.store(out, "the ports of the last start, which the next one takes again");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
