package io.banku;

import io.banku.log.LogTopic;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.util.EnumSet;
import java.util.Set;

/** Which topics a process has to write, by its roles. */
public final class WrittenTopics {
    private WrittenTopics() {}

    public static Set<LogTopic> of(Settings settings) {
        Set<Role> roles = settings.get(Setting.ROLES);
        Set<LogTopic> written = EnumSet.noneOf(LogTopic.class);
        if (roles.contains(Role.INGEST)) {
            written.addAll(
                    Set.of(LogTopic.EVENTS, LogTopic.BATCHES, LogTopic.REJECTS, LogTopic.REFERENCES, LogTopic.DAYS));
        }
        if (roles.contains(Role.COMMANDS)) {
            written.addAll(Set.of(LogTopic.EVENTS, LogTopic.COMMANDS));
        }
        if (roles.contains(Role.QUERIES)) {
            written.addAll(Set.of(LogTopic.BATCHES, LogTopic.AUDIT)); // what operators decide
        }
        return written;
    }
}
