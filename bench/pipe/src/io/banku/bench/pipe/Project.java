package io.banku.bench.pipe;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka → Redis, exactly once: absolute values, each account with the offset of its last event, and the position, all by
 * one script that compares the position first. Calls go out without waiting for the answers of earlier ones. Any answer
 * that was not expected ends the process; the next one goes on where the view stands. One thread.
 */
final class Project {
    /** Of a script, during which Redis does nothing else. */
    private static final int MOST_EVENTS = 10_000;
    /** The more events a script has, the fewer accounts it has per event: they wait for others, but not for long. */
    private static final long LONGEST_WAIT = 50_000_000;

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int MOST_UNDER_WAY = 24;

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
    private final Bytes packed = new Bytes(1 << 20);
    private final Accounts accounts = new Accounts();
    /** How many of them were looked up in the view. */
    private int asked;

    private long applied;

    private record UnderWay(RedisFuture<long[]> answer, int events, Bytes bytes) {}

    private Project(Options options) throws Exception {
        topic = options.text("topic", null);
        String bootstrap = options.text("bootstrap", null);
        try (Topics topics = new Topics(bootstrap)) {
            Topics.Topic found = topics.ensure(topic, options.number("partitions", 12));
            partitions = found.partitions();
            logId = Bytes.ascii(found.logId());
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
                "max.poll.records", "5000",
                "max.partition.fetch.bytes", "4194304");
        consumer = new KafkaConsumer<>(settings, accounts, new Movement.Reader(accounts));
        slots = new Slot[partitions];
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        for (TopicPartition each : all) {
            String position = redis.sync().hget("banku:{" + each.partition() + "}:position", "position");
            slots[each.partition()] = new Slot(each.partition(), position == null ? 0 : Long.parseLong(position));
            consumer.seek(each, slots[each.partition()].position);
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
            poll();
        }
    }

    /** The last records of a partition are those that tell that a transaction has ended. */
    private void stepOverTheEnd() throws Exception {
        while (consumer.assignment().stream().anyMatch(each -> consumer.currentLag(each).orElse(1) > 0)) {
            poll();
        }
        sendWhatWaits(0);
        settle(0);
    }

    private void poll() throws Exception {
        ConsumerRecords<Account, Movement> polled = consumer.poll(POLL);
        readMissing(polled);
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : polled.nextOffsets().entrySet()) {
            take(slots[each.getKey().partition()], polled.records(each.getKey()), each.getValue());
        }
        sendWhatWaits(polled.isEmpty() ? 0 : LONGEST_WAIT);
        settle(polled.isEmpty() ? 0 : MOST_UNDER_WAY);
    }

    private void take(Slot slot, List<ConsumerRecord<Account, Movement>> records, OffsetAndMetadata next) {
        if (slot.isDone()) {
            slot.since = System.nanoTime();
        }
        slot.epoch = Bytes.ascii(next.leaderEpoch().map(Object::toString).orElse(""));
        for (ConsumerRecord<Account, Movement> record : records) {
            if (record.key() != null) {
                slot.take(record.key(), record.value(), record.offset());
            }
            if (++slot.events == MOST_EVENTS) {
                slot.next = record.offset() + 1;
                send(slot);
                slot.since = System.nanoTime();
            }
        }
        slot.next = next.offset();
    }

    private void sendWhatWaits(long nanos) {
        long now = System.nanoTime();
        for (Slot slot : slots) {
            if (!slot.isDone() && now - slot.since >= nanos) {
                send(slot);
            }
        }
    }

    /** Asked for all partitions at once, then awaited. */
    private void readMissing(ConsumerRecords<Account, Movement> polled) throws Exception {
        if (asked == accounts.size()) {
            return;
        }
        List<RedisFuture<long[]>> answers = new ArrayList<>();
        List<List<Account>> of = new ArrayList<>();
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
                Slot slot = slots[each.partition()];
                missing.forEach(account -> call.key(slot.head(account.length), account));
                asked += missing.size();
                answers.add(redis.async().dispatch(CommandType.EVALSHA, new Numbers(5 * missing.size()), call));
                of.add(missing);
            }
        }
        for (int i = 0; i < of.size(); i++) {
            long[] fields = answers.get(i).get();
            int at = 0;
            for (Account account : of.get(i)) {
                account.stored(fields, at);
                at += 5;
            }
        }
    }

    private void send(Slot slot) {
        int only = 0;
        List<Account> others = new ArrayList<>();
        for (Account account : slot.moved) {
            if (account.movedOnChanged || !account.isStored) {
                others.add(account);
            } else {
                slot.moved.set(only++, account);
            }
        }
        List<Account> movedOnly = slot.moved.subList(0, only);
        Bytes bytes = free.isEmpty() ? new Bytes(1 << 20) : free.pop();
        Call call = new Call(bytes).text(apply).number(1 + only + others.size()).text(slot.positionKey);
        movedOnly.forEach(account -> call.key(slot.head(account.length), account));
        others.forEach(account -> call.key(slot.head(account.length), account));
        call.number(slot.position).number(slot.next).text(slot.epoch).text(logId).number(partitions).number(only);
        packed.clear();
        movedOnly.forEach(this::movements);
        for (Account account : others) {
            movements(account);
            packed.packed(account.movedOn).packed(account.isStored ? 0 : 1);
            account.isStored = true;
            account.movedOnChanged = false;
        }
        call.packed(packed, 5 * only + 7 * others.size());
        RedisFuture<long[]> answer = redis.async().dispatch(CommandType.EVALSHA, new Numbers(2), call);
        underWay.add(new UnderWay(answer, slot.events, bytes));
        slot.sent();
    }

    private void movements(Account account) {
        packed.room(128);
        packed.packed(account.balance).packed(account.mainframeBalance).packed(account.version);
        packed.packed(account.offset).packed(account.nanos);
        account.isMoved = false;
    }

    /** Takes the answers that are there, and waits until no more than so many are missing. */
    private void settle(int most) throws Exception {
        while (!underWay.isEmpty() && (underWay.size() > most || underWay.peek().answer.isDone())) {
            UnderWay first = underWay.remove();
            long[] answer = first.answer.get();
            if (answer[0] != 0) {
                throw new IllegalStateException(
                        "expected the view to stand where it was left, found " + Arrays.toString(answer));
            }
            applied += first.events;
            free.push(first.bytes);
        }
    }
}
