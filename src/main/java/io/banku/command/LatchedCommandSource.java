package io.banku.command;

import io.banku.log.LogEnds;
import io.banku.log.LogTopic;
import io.banku.view.CommandGaps;
import java.util.Optional;

/** {@code banku.commands} on Kafka; what it was, and what was found missing of it, is kept beside the view. Shared by threads. */
public final class LatchedCommandSource implements CommandSource {
    private final LogEnds ends;
    private final CommandGaps gaps;

    public LatchedCommandSource(LogEnds ends, CommandGaps gaps) {
        this.ends = ends;
        this.gaps = gaps;
    }

    @Override
    public Optional<String> gap(int partition, long nextCommand) {
        if (gaps.gap(partition).isEmpty()) {
            missing(partition, nextCommand).ifPresent(detail -> gaps.latch(partition, detail));
        }
        return gaps.gap(partition);
    }

    private Optional<String> missing(int partition, long nextCommand) {
        long begin = ends.begin(LogTopic.COMMANDS, partition);
        long end = end(partition);
        if (nextCommand < begin || nextCommand > end) {
            return Optional.of(
                    "expected offset " + nextCommand + " to come next, found offsets " + begin + " to " + end);
        }
        String found = ends.topicId(LogTopic.COMMANDS);
        String expected = gaps.topic(partition, found);
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of("expected the topic with the id " + expected + ", found one with the id " + found);
    }

    @Override
    public long end(int partition) {
        return ends.end(LogTopic.COMMANDS, partition);
    }
}
