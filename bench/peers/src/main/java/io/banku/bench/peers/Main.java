package io.banku.bench.peers;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code connect|spring-batch|camel BOOTSTRAP TOPIC}: says {@code ready} on standard error, takes each file whose name is on a
 * line of standard input, and prints a line when Kafka has all of it. {@code text FILE TO} writes the records as lines.
 */
public final class Main {
    private Main() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "expected connect, spring-batch or camel with BOOTSTRAP and TOPIC, or text FILE TO");
        }
        if (arguments[0].equals("text")) {
            Movement.writeAsText(Path.of(arguments[1]), Path.of(arguments[2]));
            return;
        }
        Topic topic = Topic.create(arguments[1], arguments[2]);
        try (Peer peer = peer(arguments[0], topic);
                BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.err.println("ready");
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                peer.take(Path.of(name));
                System.out.println("done");
            }
        }
        System.exit(0); // where a tool has left a thread behind
    }

    private static Peer peer(String name, Topic topic) throws Exception {
        return switch (name) {
            case "connect" -> KafkaConnect.start(topic);
            case "spring-batch" -> new SpringBatch(topic);
            case "camel" -> CamelRoute.start(topic);
            default -> throw new IllegalArgumentException("expected connect, spring-batch or camel, found " + name);
        };
    }
}
