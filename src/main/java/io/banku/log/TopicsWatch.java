package io.banku.log;

import io.banku.log.TopicsFound.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the topics again and again while the process runs: somebody may add partitions, change a setting, or delete a
 * topic and make it again. A Kafka that does not answer says nothing about them. Shared by threads.
 */
public final class TopicsWatch implements KnownTopics, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsWatch.class);

    private final Topics topics;
    private final TopicsFound start;
    private final ScheduledExecutorService looking;
    private volatile List<String> faults = List.of();
    private volatile String replaced;

    private TopicsWatch(Topics topics, TopicsFound start) {
        this.topics = topics;
        this.start = start;
        this.looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "banku-topics");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins with the topics as they are now, which were checked.
     *
     * @param topics closed with this
     */
    public static TopicsWatch start(Topics topics, Duration betweenLooks) {
        TopicsWatch watch = new TopicsWatch(topics, topics.look());
        watch.tellSurplus();
        long millis = betweenLooks.toMillis();
        watch.looking.scheduleWithFixedDelay(watch::tryToLook, millis, millis, TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public int partitions() {
        return topics.partitions();
    }

    @Override
    public Optional<String> replaced() {
        return Optional.ofNullable(replaced);
    }

    /** The topic's id when the watch began. */
    public String id(LogTopic topic) {
        return start.id(topic);
    }

    /** What is not as it was at the start, or as it must be, one sentence each. */
    public List<String> faults() {
        return faults;
    }

    private void tellSurplus() {
        start.topics().forEach((topic, found) -> {
            if (found.partitions() > partitions()) {
                LOG.warn(
                        "BNK-5021 topic {}: expected {} partitions (banku.partitions), found {}; those behind are empty"
                                + " and are left alone, accounts stay where they are",
                        topic.topic(),
                        partitions(),
                        found.partitions());
            }
        });
    }

    private void tryToLook() {
        try {
            look(topics.look());
        } catch (LogUnavailableException | KafkaException unavailable) {
            LOG.debug("the topics cannot be looked at now", unavailable);
        } catch (RuntimeException | Error failed) { // or nobody would look ever again
            LOG.error("the topics could not be looked at; they will be again", failed);
        }
    }

    private void look(TopicsFound now) {
        List<String> gone = new ArrayList<>();
        List<String> all = new ArrayList<>();
        start.topics().forEach((topic, before) -> {
            Found found = now.topics().get(topic);
            if (found == null || !found.id().equals(before.id())) {
                gone.add(replaced(topic, before, found));
            } else if (found.partitions() != before.partitions()) {
                all.add(raised(topic, before, found));
            }
        });
        all.addAll(0, gone);
        now.faults().stream()
                .filter(fault -> !fault.startsWith("BNK-5001")) // its advice is to make the topic anew
                .forEach(all::add);
        all.stream().filter(fault -> !faults.contains(fault)).forEach(fault -> LOG.error("{}", fault));
        replaced = gone.isEmpty() ? null : String.join("; ", gone);
        faults = List.copyOf(all);
    }

    private static String replaced(LogTopic topic, Found before, Found found) {
        return "BNK-5022 topic " + topic.topic() + ": expected the one with the id " + before.id() + ", found "
                + (found == null ? "none" : "one with the id " + found.id())
                + "; nothing is read or appended any more. Who deleted it? Bring it back with all its records, then"
                + " start the process again";
    }

    private String raised(LogTopic topic, Found before, Found found) {
        return "BNK-5021 topic " + topic.topic() + ": expected " + before.partitions() + " partitions as at the start,"
                + " found " + found.partitions() + "; accounts stay in the first " + partitions()
                + " and the others are left alone. Who added them? Keep producers of others away, and start the process"
                + " again to go on with them as they are";
    }

    @Override
    public void close() {
        looking.shutdownNow();
        topics.close();
    }
}
