package io.banku.log;

import io.banku.outside.Door;
import io.banku.outside.RootCause;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Goes the way of a client to one broker and asks which brokers there are. Kafka's own clients say only that time ran out;
 * this says at which step and why. One thread.
 */
final class BrokerProbe {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final String PROTOCOL = "banku.kafka.properties.security.protocol";
    /** A request of Kafka's for the versions it speaks; four bytes of length come first, in the answer too. */
    private static final byte[] GREETING = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, -1, -1};

    private final LogConnection connection;
    private final String protocol;

    BrokerProbe(LogConnection connection) {
        this.connection = connection;
        this.protocol = connection.properties().getOrDefault("security.protocol", "PLAINTEXT");
    }

    /**
     * What came of it.
     *
     * @param fault why there is no answer, or nothing
     * @param mayPass whether that may be so only because the broker is just starting
     * @param brokers as clients are told to reach them
     */
    record Answer(Optional<String> fault, boolean mayPass, Collection<Node> brokers) {
        private static Answer none(String fault, boolean mayPass) {
            return new Answer(Optional.of(fault), mayPass, List.of());
        }
    }

    Answer ask(Door door) {
        Optional<String> closed = door.closed();
        if (closed.isPresent()) {
            return Answer.none(closed.get(), true);
        }
        // a client of Kafka takes an alert of TLS for the length of an answer, and asks for 350 MB of memory
        if (!isTls() && door.answersInTls(GREETING)) {
            return Answer.none(
                    "it speaks TLS, and " + PROTOCOL + " is " + protocol + "; set it to "
                            + (protocol.startsWith("SASL") ? "SASL_SSL" : "SSL, or SASL_SSL where it asks for a login"),
                    false);
        }
        try (Metrics metrics = new Metrics()) {
            return new Answer(Optional.empty(), false, brokers(door, metrics));
        } catch (IOException | KafkaException failed) {
            return Answer.none(words(door, failed), false);
        }
    }

    private Collection<Node> brokers(Door door, Metrics metrics) throws IOException {
        Node node = new Node(-1, door.host(), door.port());
        try (KafkaClient client = client(node, metrics)) {
            if (!NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, PATIENCE_MILLIS)) {
                throw new IOException("it does not answer as Kafka does");
            }
            var request = client.newClientRequest(
                    node.idString(), new MetadataRequest.Builder(List.of(), false), Time.SYSTEM.milliseconds(), true);
            var answer = NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM);
            return ((MetadataResponse) answer.responseBody()).brokers();
        }
    }

    private KafkaClient client(Node node, Metrics metrics) {
        LogContext context = new LogContext("[banku-probe] ");
        return ClientUtils.createNetworkClient(
                new AdminClientConfig(connection.with(Map.of("client.id", "banku-probe"))),
                "banku-probe",
                metrics,
                "banku-probe",
                context,
                new ApiVersions(),
                Time.SYSTEM,
                1,
                PATIENCE_MILLIS,
                new ManualMetadataUpdater(List.of(node)),
                new DefaultHostResolver());
    }

    private String words(Door door, Exception failed) {
        String found = RootCause.words(failed);
        if (isTls() && !door.speaksTls()) {
            return "it does not speak TLS, and " + PROTOCOL + " is " + protocol + "; set it to "
                    + (protocol.startsWith("SASL") ? "SASL_PLAINTEXT" : "PLAINTEXT, or name a port that does");
        }
        if (failed instanceof SaslAuthenticationException || found.contains("SASL")) {
            return found + "; are banku.kafka.properties.sasl.mechanism and the user and password in"
                    + " banku.kafka.properties.sasl.jaas.config right?";
        }
        if (isTls()) {
            return found + "; is who signed its certificate in banku.kafka.properties.ssl.truststore.location, and is "
                    + door.host() + " a name in that certificate?";
        }
        if (failed instanceof IOException) {
            return "it ends the connection (" + found + "); is this a port of Kafka, and does it ask for a login ("
                    + PROTOCOL + " SASL_PLAINTEXT, with sasl.mechanism and sasl.jaas.config)?";
        }
        return found;
    }

    private boolean isTls() {
        return protocol.endsWith("SSL");
    }
}
