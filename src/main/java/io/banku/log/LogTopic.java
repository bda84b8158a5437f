package io.banku.log;

import java.util.Map;

/** The topics of the program and what must be true of each. */
public enum LogTopic {
    EVENTS("banku.events", Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1")),
    COMMANDS(
            "banku.commands",
            Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    "-1",
                    "retention.bytes",
                    "-1",
                    "message.timestamp.type",
                    "LogAppendTime")),
    BATCHES("banku.batches", Map.of("cleanup.policy", "compact")),
    REJECTS("banku.rejects", Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));

    private final String topic;
    private final Map<String, String> settings;

    LogTopic(String topic, Map<String, String> settings) {
        this.topic = topic;
        this.settings = settings;
    }

    public String topic() {
        return topic;
    }

    /** Topic settings that correctness depends on. */
    Map<String, String> settings() {
        return settings;
    }
}
