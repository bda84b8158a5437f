package io.banku.bench.pipe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** File → Kafka: a transaction for some thousand records, with a record that tells how far the file is. */
final class Publish {
    private final Options options;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final String progress;
    private final int partitions;

    private Publish(Options options) throws Exception {
        this.options = options;
        this.topic = options.text("topic", null);
        this.progress = topic + "-progress";
        try (Topics topics = new Topics(options.text("bootstrap", null))) {
            this.partitions = topics.ensure(topic, options.number("partitions", 12)).partitions();
            topics.ensure(progress, 1);
        }
        this.producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry("bootstrap.servers", options.text("bootstrap", null)),
                        Map.entry("transactional.id", "pipe-" + topic),
                        Map.entry("acks", "all"),
                        Map.entry("compression.type", "lz4"),
                        Map.entry("linger.ms", "100"),
                        Map.entry("batch.size", "131072"),
                        Map.entry("buffer.memory", "67108864"),
                        Map.entry("transaction.timeout.ms", "10000"),
                        Map.entry("delivery.timeout.ms", "9000"),
                        Map.entry("request.timeout.ms", "5000")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** The files that are named, or, where that is {@code -}, those on the lines of standard input as they come. */
    static void run(Options options) throws Exception {
        Publish publish = new Publish(options);
        System.err.println("ready");
        if (options.file().equals("-")) {
            BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                publish.file(Path.of(name));
            }
        } else {
            publish.file(Path.of(options.file()));
        }
        publish.producer.close();
    }

    private void file(Path file) throws IOException {
        Clock clock = Clock.start();
        String feed = options.text("feed", "movements");
        String batch = options.text("batch", nameOf(file));
        Event event = new Event(topic, partitions, feed, batch);
        Chunking chunking = new Chunking(options.number("chunk-records", 10_000));
        byte[] bytes = new byte[chunking.most() * Layout.LENGTH];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = read(in, bytes, chunking); n > 0; n = read(in, bytes, chunking)) {
                long began = System.nanoTime();
                producer.beginTransaction();
                event.at(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
                for (int i = 0; i < n; i++) {
                    event.read(bytes, i * Layout.LENGTH, ++done);
                    producer.send(event);
                }
                String so = "{\"feed\":\"" + feed + "\",\"file\":\"" + file.getFileName() + "\",\"done\":" + done + "}";
                producer.send(new ProducerRecord<>(progress, Bytes.ascii("batch/" + batch), Bytes.ascii(so)));
                producer.commitTransaction();
                chunking.took(n, System.nanoTime() - began);
            }
        }
        clock.tell("publish", done);
    }

    private static int read(InputStream in, byte[] bytes, Chunking chunking) throws IOException {
        return in.readNBytes(bytes, 0, chunking.records() * Layout.LENGTH) / Layout.LENGTH;
    }

    private static String nameOf(Path file) throws IOException {
        try {
            byte[] of = (file.getFileName() + "/" + Files.size(file)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
