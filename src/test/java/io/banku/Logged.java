package io.banku;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What a class says in the log, from now on until this is closed. */
public final class Logged implements AutoCloseable {
    private final List<LogEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger;
    private final AbstractAppender appender = new AbstractAppender("kept", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    };

    private Logged(Class<?> who) {
        logger = (Logger) LogManager.getLogger(who);
        appender.start();
        logger.addAppender(appender);
    }

    public static Logged by(Class<?> who) {
        return new Logged(who);
    }

    public List<LogEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    public List<String> messages() {
        return events().stream()
                .map(event -> event.getMessage().getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        logger.removeAppender(appender);
        appender.stop();
    }
}
