package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.audit.AuditLog;
import io.banku.camel.metrics.Metrics;
import io.banku.log.KnownTopics;
import io.banku.log.LocalKafka;
import io.banku.log.LogConnection;
import io.banku.log.LogTips;
import io.banku.log.Topics;
import io.banku.view.LocalRedis;
import io.banku.view.Rebuild;
import io.banku.view.RedisView;
import io.banku.view.SlotState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Between the look at the log and the mark in the view, whoever projects finds that the log has lost something. */
@ExtendWith({LocalKafka.class, LocalRedis.class})
class LossWhileARebuildIsAskedForTest {
    private static final int PARTITIONS = 6;
    private static final String GONE = "offsets 9 to 11 are gone";

    private final LogConnection kafka;
    private final LocalRedis.Server redis;
    private final RedisView view;
    private final Rebuild slots;
    private final Clock clock = Clock.systemUTC();

    LossWhileARebuildIsAskedForTest(LogConnection kafka, LocalRedis.Server redis) {
        this.kafka = kafka;
        this.redis = redis;
        this.view = RedisView.connect(redis.uri());
        this.slots = view.rebuild();
    }

    @BeforeEach
    void theTopicsAreThere() {
        redis.commands().flushall();
        try (Topics topics = new Topics(kafka, new Topics.Shape(PARTITIONS, (short) 1, 1))) {
            topics.init();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        redis.commands().flushall();
        view.close();
    }

    @Test
    void itIsToldAsALossAndGivenUpOnlyWhenTheRebuildIsAskedForAgain() {
        SlotState before = slots.state(3);
        Clock meanwhile = whenAsked(() -> slots.latch(3, before, GONE));

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> ask(meanwhile, "{\"partitions\":[2,3]}"));

        assertThat(refused.problem().status()).isEqualTo(503);
        assertThat(refused.problem().code()).isEqualTo("BNK-5036");
        assertThat(refused)
                .hasMessage("partition 3 is not rebuilt, as this was found only now: " + GONE
                        + "; asked for again, a rebuild gives it up");
        assertThat(slots.state(3)).isEqualTo(before.with(GONE));
        assertThat(slots.state(2).isEmptying()).isTrue();

        Exchange again = ask(clock, "{\"partitions\":[3]}");

        assertThat(again.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(202);
        assertThat(slots.state(3).lost()).isEmpty();
        assertThat(slots.state(3).isEmptying()).isTrue();
    }

    private Exchange ask(Clock now, String body) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(body.getBytes());
        Metrics metrics = new Metrics(new SimpleMeterRegistry(), clock);
        exchange.setProperty("banku.principal", Caller.UNASKED);
        try (ProjectionWatch watch = new ProjectionWatch(
                        new LogTips(kafka, PARTITIONS), view::position, PARTITIONS, clock, metrics);
                AuditLog audit = new AuditLog(kafka, KnownTopics.unwatched(PARTITIONS))) {
            new ViewRebuild(slots, kafka, "cluster/topic", PARTITIONS, now, watch, new IntoTheLedger(audit))
                    .begin(exchange);
        }
        return exchange;
    }

    /** The time is asked for when the log was looked at, and before the view is marked. */
    private Clock whenAsked(Runnable meanwhile) {
        return new Clock() {
            @Override
            public Instant instant() {
                meanwhile.run();
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
