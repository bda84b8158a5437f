package io.banku.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reading that Kafka does not allow now: said once, tried again now and then, as it may be granted. One thread. */
final class RefusedReading {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedReading.class);
    private static final long BETWEEN_TRIES = TimeUnit.SECONDS.toNanos(2);

    private String told;

    /** Returns when it may be tried again. */
    void happened(String topics, AuthorizationException refused) {
        String words = MissingRight.ofReading(topics, refused);
        if (!words.equals(told)) {
            LOG.error("{}. Nothing is read until then; it is tried again every two seconds", words);
            told = words;
        }
        LockSupport.parkNanos(BETWEEN_TRIES);
    }

    void isOver(String topics) {
        if (told != null) {
            LOG.info("{} is read again", topics);
            told = null;
        }
    }
}
