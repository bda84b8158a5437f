package io.banku.log;

import java.time.Duration;

/** Whether a reading gets on: a consumer whose broker is gone polls for ever and says nothing. One thread. */
final class Progress {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LogConnection connection;
    private final LogTopic topic;
    private final Duration patience;
    private long position = -1;
    private long since = System.nanoTime();

    /** @param patience how long the reading may stand still */
    Progress(LogConnection connection, LogTopic topic, Duration patience) {
        this.connection = connection;
        this.topic = topic;
        this.patience = patience;
    }

    /**
     * Told after every poll.
     *
     * @param now a number that grows with what was read
     * @throws LogUnavailableException when it has not grown for too long
     */
    void isAt(long now) {
        if (now != position) {
            position = now;
            since = System.nanoTime();
        } else if (System.nanoTime() - since > patience.toNanos()) {
            throw new LogUnavailableException(
                    "BNK-5000 expected Kafka at " + connection.bootstrapServers() + " to send what is left of "
                            + topic.topic() + ", found nothing sent for " + patience.toMillis()
                            + " ms; do its brokers run?",
                    null);
        }
    }
}
