package io.banku.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What classes of a package log, beside where it goes. */
final class KeptLog extends AbstractAppender implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private KeptLog(Logger logger) {
        super("kept", null, null, true, Property.EMPTY_ARRAY);
        this.logger = logger;
    }

    static KeptLog of(String name) {
        KeptLog kept = new KeptLog((Logger) LogManager.getLogger(name));
        kept.start();
        kept.logger.addAppender(kept);
        return kept;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getMessage().getFormattedMessage());
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.removeAppender(this);
        stop();
    }
}
