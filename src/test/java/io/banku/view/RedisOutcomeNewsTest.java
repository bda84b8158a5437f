package io.banku.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.CommandDeclined;
import io.banku.account.Origin.FromCommand;
import io.banku.account.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What processes tell each other of decided commands, over a real Redis. */
@ExtendWith(LocalRedis.class)
class RedisOutcomeNewsTest {
    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");
    private static final FromCommand ORIGIN = new FromCommand("c-1", "f-1", 3, EIGHT);
    private static final Outcome DECLINED = Outcome.inTheLog(
            new RecordedEvent("c-1/0", new CommandDeclined("A-1", "insufficient-funds", "no"), ORIGIN, EIGHT),
            ORIGIN,
            41);

    private final LocalRedis.Server redis;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    RedisOutcomeNewsTest(LocalRedis.Server redis) {
        this.redis = redis;
    }

    @Test
    void whatOneProcessDecidedTheOthersOfItsLogHearAndNobodyElse() throws Exception {
        try (RedisOutcomeNews ofAnotherLog = connect("cluster/another", "another");
                RedisOutcomeNews there = connect("cluster/topic", "there");
                RedisOutcomeNews here =
                        RedisOutcomeNews.connect(redis.uri(), "cluster/topic", (partition, own) -> {})) {
            here.tell(7, Map.of("c-1", DECLINED));
            assertThat(next()).isEqualTo("there 7 " + Map.of("c-1", DECLINED));

            ofAnotherLog.tell(8, Map.of());
            assertThat(next()).as("the first one that it hears").isEqualTo("another 8 {}");
            there.tell(9, Map.of());
            assertThat(next()).isEqualTo("there 9 {}");
        }
    }

    @Test
    void aMessageThatNobodyUnderstandsIsNoneAndTheNextOneIsHeard() throws Exception {
        try (RedisOutcomeNews there = connect("cluster/topic", "there")) {
            redis.commands().publish(ViewKeys.outcomeNews("cluster/topic"), "something else");

            there.tell(7, Map.of("c-1", DECLINED));

            assertThat(next()).isEqualTo("there 7 " + Map.of("c-1", DECLINED));
        }
    }

    private RedisOutcomeNews connect(String logId, String name) {
        return RedisOutcomeNews.connect(
                redis.uri(), logId, (partition, outcomes) -> heard.add(name + " " + partition + " " + outcomes));
    }

    private String next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }
}
