package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.banku.embedded.GuardedKafka;
import io.banku.outside.Certificate;
import io.banku.outside.Sight;
import io.banku.outside.Sight.Grade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps us from Kafka is said in words, by real doors of a real broker. */
class BrokerSightsTest {
    private static final String TLS = "security.protocol";

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static GuardedKafka kafka;

    @BeforeAll
    static void aBrokerWithSeveralDoors() throws Exception {
        certificate = Certificate.in(folder);
        kafka = GuardedKafka.start(Files.createDirectory(folder.resolve("kafka")), certificate);
    }

    @AfterAll
    static void isGone() {
        kafka.close();
    }

    @Test
    void aBrokerThatAnswersIsSeenAtItsAddressAndAtTheOneThatItAdvertises() {
        LogConnection connection = new LogConnection(kafka.plain(), Map.of());

        assertThat(BrokerSights.of(connection))
                .containsExactly(
                        Sight.ok("Kafka at " + kafka.plain(), "answers; brokers: 1 at " + kafka.plain()),
                        Sight.ok(
                                "Kafka broker 1 at " + kafka.plain(),
                                "can be reached by the address that it advertises"));
        assertThatCode(() -> BrokerSights.require(connection)).doesNotThrowAnyException();
    }

    @Test
    void oneOfSeveralAddressesSuffices() {
        LogConnection connection = new LogConnection("127.0.0.1:1, " + kafka.plain(), Map.of());

        assertThat(BrokerSights.of(connection))
                .extracting(Sight::grade)
                .containsExactly(Grade.FAILED, Grade.OK, Grade.OK);
        assertThatCode(() -> BrokerSights.require(connection)).doesNotThrowAnyException();
    }

    @Test
    void nobodyListensThereOrTheNameDoesNotResolve() {
        assertThat(fault("127.0.0.1:1,kafka.invalid:9092", Map.of()))
                .startsWith(
                        "BNK-5000 expected Kafka at 127.0.0.1:1,kafka.invalid:9092, found: 127.0.0.1:1: nothing listens"
                                + " at 127.0.0.1:1 (Connection refused)")
                .contains("; kafka.invalid:9092: the name kafka.invalid does not resolve");
    }

    @Test
    void aPlainClientAtADoorOfTls() {
        assertThat(fault(kafka.tls(), Map.of()))
                .contains(
                        "found: it speaks TLS, and banku.kafka.properties.security.protocol is PLAINTEXT; set it to SSL");
    }

    @Test
    void aClientOfTlsAtAPlainDoor() {
        assertThat(fault(kafka.plain(), trusting()))
                .contains("found: it does not speak TLS, and banku.kafka.properties.security.protocol is SSL; set it to"
                        + " PLAINTEXT");
    }

    @Test
    void aCertificateThatNobodyTrusts() {
        assertThat(fault(kafka.tls(), Map.of(TLS, "SSL")))
                .contains("unable to find valid certification path", "ssl.truststore.location");
        assertThatCode(() -> BrokerSights.require(new LogConnection(kafka.tls(), trusting())))
                .doesNotThrowAnyException();
    }

    @Test
    void aTruststoreThatIsNotThere() {
        assertThat(fault(kafka.tls(), Map.of(TLS, "SSL", "ssl.truststore.location", "/no/such/file")))
                .contains("/no/such/file");
    }

    @Test
    void noLoginWhereOneIsAskedFor() {
        assertThat(fault(kafka.login(), Map.of()))
                .contains("it ends the connection (", "does it ask for a login", "SASL_PLAINTEXT");
    }

    @Test
    void aWrongPassword() {
        assertThat(fault(kafka.login(), login("reader", "wrong")))
                .contains("Invalid username or password; are banku.kafka.properties.sasl.mechanism and the user");
        assertThatCode(() -> BrokerSights.require(new LogConnection(kafka.login(), login("reader", "reader-secret"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aLoginWhereNoneIsAskedFor() {
        assertThat(fault(kafka.plain(), login("reader", "reader-secret"))).contains("enabled mechanisms are []");
    }

    @Test
    void anAddressThatTheBrokerAdvertisesAndWeCannotReach() {
        assertThat(fault(kafka.lost(), Map.of()))
                .startsWith("BNK-5028 expected to reach Kafka's brokers by the addresses that they advertise, found at "
                        + kafka.lost()
                        + " that they are 1 at kafka.invalid:9092: the name kafka.invalid does not resolve")
                .endsWith("Set advertised.listeners of the brokers to what can be reached from here");
    }

    @Test
    void whatWeMayNotDoIsTold() throws Exception {
        LogConnection guest = new LogConnection(kafka.login(), login("guest", "guest-secret"));
        var shape = new Topics.Shape(2, (short) 1, 1);
        try (Topics mighty = new Topics(new LogConnection(kafka.plain(), Map.of()), shape);
                Topics topics = new Topics(guest, shape, Set.of(LogTopic.EVENTS));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.plain()))) {
            mighty.init();
            assertThatThrownBy(topics::check)
                    .hasMessageStartingWith("BNK-5029 expected to be allowed to look at the topics banku.*");

            allow(admin, ResourceType.TOPIC, "banku.", AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(topics.check())
                            .singleElement(STRING)
                            .startsWith("BNK-5029 topic banku.events: expected to be allowed to WRITE"));

            assertThat(topics.sights())
                    .anySatisfy(sight -> assertThat(sight.words())
                            .startsWith("BNK-5029 topic banku.events: expected to be allowed to WRITE"))
                    .filteredOn(sight -> !sight.isOk())
                    .hasSize(1);
            assertThat(TransactionSight.of(guest, "decider-").words())
                    .startsWith(
                            "BNK-5029 expected to be allowed to WRITE transactional ids that begin with" + " decider-");
            assertThat(TransactionSight.of(new LogConnection(kafka.plain(), Map.of()), "decider-"))
                    .isEqualTo(Sight.ok("transactional ids decider-*", "can be opened"));
            LogConnection longer = new LogConnection(kafka.plain(), Map.of("transaction.timeout.ms", "999999999"));
            assertThat(TransactionSight.of(longer, "decider-").words())
                    .startsWith("BNK-5030 expected Kafka to open a transactional id within 8 seconds, found: ")
                    .contains("transaction timeout is larger");
        }
    }

    private static void allow(Admin admin, ResourceType type, String prefix, AclOperation... operations)
            throws Exception {
        admin.createAcls(List.of(operations).stream()
                        .map(operation -> new AclBinding(
                                new ResourcePattern(type, prefix, PatternType.PREFIXED),
                                new AccessControlEntry("User:guest", "*", operation, AclPermissionType.ALLOW)))
                        .toList())
                .all()
                .get();
    }

    private static String fault(String servers, Map<String, String> properties) {
        LogConnection connection = new LogConnection(servers, properties);
        StringBuilder message = new StringBuilder();
        assertThatThrownBy(() -> BrokerSights.require(connection, Duration.ZERO))
                .isInstanceOf(LogUnavailableException.class)
                .satisfies(failed -> message.append(failed.getMessage()));
        assertThat(message).doesNotContain("null");
        return message.toString();
    }

    private static Map<String, String> trusting() {
        return Map.of(
                TLS,
                "SSL",
                "ssl.truststore.location",
                certificate.certificate().toString(),
                "ssl.truststore.type",
                "PEM");
    }

    private static Map<String, String> login(String user, String password) {
        return Map.of(
                TLS,
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                GuardedKafka.JAAS + "username=\"" + user + "\" password=\"" + password + "\";");
    }
}
