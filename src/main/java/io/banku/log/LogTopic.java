package io.banku.log;

import java.util.HashMap;
import java.util.Map;

/** The topics of the program and what must be true of each. */
public enum LogTopic {
    EVENTS("banku.events", keptForEver()),
    COMMANDS("banku.commands", with(keptForEver(), "message.timestamp.type", "LogAppendTime")),
    BATCHES("banku.batches", Map.of("cleanup.policy", "compact")),
    REJECTS("banku.rejects", keptForEver()),
    AUDIT("banku.audit", keptForEver()),
    REFERENCES("banku.references", Map.of("cleanup.policy", "compact")),
    DAYS("banku.days", keptForEver());

    private final String topic;
    private final Map<String, String> settings;

    LogTopic(String topic, Map<String, String> settings) {
        this.topic = topic;
        // a broker that was not in sync lacks records, and must not lead
        this.settings = with(settings, "unclean.leader.election.enable", "false");
    }

    private static Map<String, String> keptForEver() {
        return Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return Map.copyOf(more);
    }

    public String topic() {
        return topic;
    }

    /** Topic settings that correctness depends on. */
    Map<String, String> settings() {
        return settings;
    }
}
