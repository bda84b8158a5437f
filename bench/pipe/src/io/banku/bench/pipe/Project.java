package io.banku.bench.pipe;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka → Redis, exactly once: absolute values, each account with the offset of its last event, and the position, all by one
 * script that compares the position first. Calls go out without waiting for the answers of earlier ones. Any answer that was
 * not expected ends the process; the next one goes on where the view stands. One thread.
 */
final class Project {
    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_UNDER_WAY = 24;
    /** Of {@code ce_time} among the headers. */
    private static final int TIME = 4;

    private final String topic;
    private final int partitions;
    private final byte[] logId;
    private final KafkaConsumer<Account, Movement> consumer;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;
    private final byte[] apply;
    private final byte[] read;
    private final Slot[] slots;
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
    private final ArrayDeque<Bytes> free = new ArrayDeque<>();
    private final List<Account> moved = new ArrayList<>();
    private final List<Account> others = new ArrayList<>();
    private byte[] isoTime = {};
    private byte[] nanos = {};
    private int calls;
    private long applied;

    /** Of a partition: where the view stands when all calls are answered, and how its keys begin. */
    private static final class Slot {
        private final byte[] positionKey;
        private final byte[] accountKey;
        private long position;

        Slot(int partition) {
            positionKey = Bytes.ascii("banku:{" + partition + "}:position");
            accountKey = Bytes.ascii("banku:{" + partition + "}:account:");
        }
    }

    private record UnderWay(RedisFuture<long[]> answer, long next, int events, Bytes bytes) {}

    private Project(Options options) throws Exception {
        topic = options.text("topic", null);
        String bootstrap = options.text("bootstrap", null);
        try (Topics topics = new Topics(bootstrap)) {
            partitions = topics.ensure(topic, options.number("partitions", 12));
            logId = Bytes.ascii(topics.logId(topic));
        }
        client = RedisClient.create(options.text("redis", null));
        redis = client.connect();
        apply = Bytes.ascii(redis.sync().scriptLoad(script("apply.lua")));
        read = Bytes.ascii(redis.sync().scriptLoad(script("read.lua")));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "client.id", "pipe",
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "auto.offset.reset", "none",
                "max.poll.records", options.text("max-poll-records", "10000"),
                "fetch.min.bytes", options.text("fetch-min-bytes", "1"),
                "fetch.max.wait.ms", options.text("fetch-max-wait", "100"),
                "max.partition.fetch.bytes", options.text("partition-fetch", "4194304"));
        consumer = new KafkaConsumer<>(settings, new Accounts(), new Movement.Reader());
        slots = new Slot[partitions];
        List<TopicPartition> all = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            slots[p] = new Slot(p);
            all.add(new TopicPartition(topic, p));
        }
        consumer.assign(all);
        for (TopicPartition each : all) {
            Slot slot = slots[each.partition()];
            String position = redis.sync().hget(new String(slot.positionKey, StandardCharsets.US_ASCII), "position");
            slot.position = position == null ? 0 : Long.parseLong(position);
            consumer.seek(each, slot.position);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Project.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void run(Options options) throws Exception {
        Project project = new Project(options);
        System.err.println("ready");
        long before = 0;
        for (String until : options.text("until", null).split(",")) {
            Clock clock = Clock.start();
            project.until(Long.parseLong(until));
            clock.tell("project", project.applied - before);
            before = project.applied;
        }
        project.stepOverTheEnd();
        project.consumer.close();
        project.redis.close();
        project.client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    private void until(long events) throws Exception {
        while (applied < events) {
            ConsumerRecords<Account, Movement> polled = consumer.poll(Duration.ofMillis(100));
            apply(polled);
            settle(polled.isEmpty() ? 0 : MOST_UNDER_WAY);
        }
    }

    /** The last records of a partition are those that tell that a transaction has ended. */
    private void stepOverTheEnd() throws Exception {
        while (consumer.assignment().stream().anyMatch(each -> consumer.currentLag(each).orElse(1) > 0)) {
            apply(consumer.poll(Duration.ofMillis(100)));
        }
        settle(0);
    }

    private void apply(ConsumerRecords<Account, Movement> polled) throws Exception {
        readMissing(polled);
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : polled.nextOffsets().entrySet()) {
            List<ConsumerRecord<Account, Movement>> records = polled.records(each.getKey());
            Slot slot = slots[each.getKey().partition()];
            byte[] epoch = Bytes.ascii(each.getValue().leaderEpoch().map(Object::toString).orElse(""));
            int from = 0;
            for (; records.size() - from > MOST_EVENTS; from += MOST_EVENTS) {
                List<ConsumerRecord<Account, Movement>> part = records.subList(from, from + MOST_EVENTS);
                apply(slot, part, part.get(MOST_EVENTS - 1).offset() + 1, epoch);
            }
            if (slot.position != each.getValue().offset()) {
                apply(slot, records.subList(from, records.size()), each.getValue().offset(), epoch);
            }
        }
    }

    /** Asked for all partitions at once, then awaited. */
    private void readMissing(ConsumerRecords<Account, Movement> polled) throws Exception {
        List<RedisFuture<long[]>> answers = new ArrayList<>();
        List<List<Account>> asked = new ArrayList<>();
        for (TopicPartition each : polled.partitions()) {
            List<Account> missing = new ArrayList<>();
            for (ConsumerRecord<Account, Movement> record : polled.records(each)) {
                Account account = record.key();
                if (account != null && !account.isAsked) {
                    account.isAsked = true;
                    missing.add(account);
                }
            }
            if (!missing.isEmpty()) {
                Call call = new Call(new Bytes(100 + 60 * missing.size()));
                call.text(read).number(missing.size());
                byte[] prefix = slots[each.partition()].accountKey;
                missing.forEach(account -> call.text(prefix, account.id));
                answers.add(redis.async().dispatch(CommandType.EVALSHA, new Numbers(5 * missing.size()), call));
                asked.add(missing);
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            long[] fields = answers.get(i).get();
            int at = 0;
            for (Account account : asked.get(i)) {
                account.stored(fields, at);
                at += 5;
            }
        }
    }

    private void apply(Slot slot, List<ConsumerRecord<Account, Movement>> records, long next, byte[] epoch) {
        calls++;
        moved.clear();
        others.clear();
        for (ConsumerRecord<Account, Movement> record : records) {
            Account account = record.key();
            if (account != null && account.take(record.value(), record.offset(), record.headers()) && account.call != calls) {
                account.call = calls;
                moved.add(account);
            }
        }
        int only = 0;
        for (Account account : moved) {
            if (account.movedOnChanged || !account.isStored) {
                others.add(account);
            } else {
                moved.set(only++, account);
            }
        }
        Bytes bytes = free.isEmpty() ? new Bytes(1 << 20) : free.pop();
        Call call = new Call(bytes).text(apply).number(1 + only + others.size()).text(slot.positionKey);
        for (int i = 0; i < only; i++) {
            call.text(slot.accountKey, moved.get(i).id);
        }
        others.forEach(account -> call.text(slot.accountKey, account.id));
        call.number(slot.position).number(next).text(epoch).text(logId).number(partitions).number(only);
        for (int i = 0; i < only; i++) {
            movements(call, moved.get(i));
        }
        for (Account account : others) {
            movements(call, account);
            call.number(account.movedOn).number(account.isStored ? 0 : 1);
            account.isStored = true;
            account.movedOnChanged = false;
        }
        RedisFuture<long[]> answer = redis.async().dispatch(CommandType.EVALSHA, new Numbers(2), call);
        underWay.add(new UnderWay(answer, next, records.size(), bytes));
        slot.position = next;
    }

    private void movements(Call call, Account account) {
        call.number(account.balance).number(account.mainframeBalance).number(account.version).number(account.offset);
        call.text(nanos(account.headers.toArray()[TIME].value()));
        account.headers = null;
    }

    /** {@code 2026-11-21T22:15:02.123Z} as nanoseconds since 1970; neighbours share it. */
    private byte[] nanos(byte[] iso) {
        if (!Arrays.equals(iso, isoTime)) {
            Instant time = Instant.parse(new String(iso, StandardCharsets.US_ASCII));
            nanos = Bytes.ascii(Long.toString(time.getEpochSecond() * 1_000_000_000 + time.getNano()));
            isoTime = iso;
        }
        return nanos;
    }

    /** Takes the answers that are there, and waits until no more than so many are missing. */
    private void settle(int most) throws Exception {
        while (!underWay.isEmpty() && (underWay.size() > most || underWay.peek().answer.isDone())) {
            UnderWay first = underWay.remove();
            long[] answer = first.answer.get();
            if (answer[0] != 0) {
                throw new IllegalStateException(
                        "expected the view to go on to " + first.next + ", found " + Arrays.toString(answer));
            }
            applied += first.events;
            free.push(first.bytes);
        }
    }
}
