package io.banku.settings;

import java.util.Locale;
import java.util.Optional;

/** Which keys there are: those of the table, and two families that are passed on as they are. */
final class Keys {
    /** Properties of every Kafka client; security, for example. */
    static final String KAFKA = "banku.kafka.properties.";
    /** Camel's own; it checks them itself. */
    static final String CAMEL = "camel.";

    private static final String KAFKA_VARIABLE = "BANKU_KAFKA_PROPERTIES_";

    private Keys() {}

    static boolean exists(String key) {
        return Setting.all().stream().anyMatch(setting -> setting.key().equals(key))
                || (key.startsWith(KAFKA) && key.length() > KAFKA.length())
                || key.startsWith(CAMEL);
    }

    /** The key that an environment variable sets. A Kafka property has dots where its variable has underscores. */
    static Optional<String> ofVariable(String name) {
        if (name.startsWith(KAFKA_VARIABLE) && name.length() > KAFKA_VARIABLE.length()) {
            String property = name.substring(KAFKA_VARIABLE.length());
            return Optional.of(KAFKA + property.toLowerCase(Locale.ROOT).replace('_', '.'));
        }
        return Setting.all().stream()
                .filter(setting -> setting.environmentVariable().equals(name))
                .map(Setting::key)
                .findFirst();
    }
}
