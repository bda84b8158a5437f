package io.banku.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others are told through our settings is refused where correctness rests on it. */
class PassedOnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isolation.level                       | events of transactions that were aborted would be applied",
                "acks                                  | records would be lost, doubled or reordered",
                "enable.idempotence                    | records would be lost, doubled or reordered",
                "retries                               | records would be lost, doubled or reordered",
                "max.in.flight.requests.per.connection | records would be lost, doubled or reordered",
                "partitioner.class                     | in partitions where nobody looks for them",
                "partitioner.ignore.keys               | in partitions where nobody looks for them",
                "transactional.id                      | a process that was replaced could still write",
                "transaction.timeout.ms                | a process that was replaced could still write",
                "group.id                              | who reads what, and from where",
                "group.instance.id                     | who reads what, and from where",
                "auto.offset.reset                     | who reads what, and from where",
                "enable.auto.commit                    | who reads what, and from where",
                "partition.assignment.strategy         | who reads what, and from where",
                "key.serializer                        | other bytes",
                "value.deserializer                    | other bytes",
                "interceptor.classes                   | other bytes",
                "bootstrap.servers                     | banku.kafka.bootstrap-servers says it",
                "compression.type                      | banku.kafka.compression says it",
                "delivery.timeout.ms                   | these times depend on each other",
                "linger.ms                             | these times depend on each other",
                "a.property.of.a.later.version         | can be passed on",
            })
    void aKafkaPropertyThatCorrectnessRestsOnIsRefusedWithTheReason(String name, String reason) {
        assertThat(faults("banku.kafka.properties." + name + " = anything"))
                .singleElement()
                .asString()
                .startsWith("t:1: banku.kafka.properties." + name + " cannot be set, found anything; ")
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security.protocol",
                "sasl.jaas.config",
                "ssl.truststore.location",
                "config.providers",
                "config.providers.file.class",
                "client.dns.lookup",
                "reconnect.backoff.max.ms",
                "retry.backoff.ms",
                "metadata.max.age.ms",
                "socket.connection.setup.timeout.ms",
                "batch.size",
                "compression.gzip.level",
                "compression.zstd.level",
                "fetch.max.bytes",
                "max.poll.records",
                "session.timeout.ms",
                "metric.reporters",
            })
    void howKafkaIsReachedAndHowMuchAtOnceMayBeSet(String name) {
        assertThat(read("banku.kafka.properties." + name + " = 1").kafkaProperties())
                .containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component.kafka.isolation-level",
                "component.kafka.isolationLevel",
                "component.kafka.configuration.auto-offset-reset",
                "component.properties.location",
                "component.platform-http.port",
                "component.spring-redis.auto-commit",
                "server.port",
                "management.port",
                "main.routes-include-pattern",
                "main.routesExcludePattern",
                "main.auto-startup",
                "main.duration-max-seconds",
                "main.shutdown-timeout",
                "routecontroller.enabled",
                "health.enabled",
                "health.exclude-pattern",
            })
    void aPropertyOfCamelThatTheBridgeItselfSetsIsRefused(String name) {
        assertThat(faults("camel." + name + " = false"))
                .singleElement()
                .asString()
                .startsWith("t:1: camel." + name + " cannot be set, found false; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main.name",
                "main.use-mdc-logging",
                "opentelemetry2.enabled",
                "health.exposure-level",
                "component.jms.connection-factory"
            })
    void whatIsCamelsOwnMayBeSet(String name) {
        assertThat(read("camel." + name + " = on").properties()).containsEntry("camel." + name, "on");
    }

    @Test
    void allOfThemAreToldAtOnceWithOtherFaultsAndTheirPlacesButNoSecret() {
        var refused = catchThrowableOfType(
                SettingsException.class,
                () -> reader("banku.partitions = x\nbanku.kafka.properties.acks = 1\n")
                        .environment(Map.of(
                                "BANKU_KAFKA_PROPERTIES_ISOLATION_LEVEL", "read_uncommitted",
                                "BANKU_KAFKA_PROPERTIES_MY_PASSWORD", "hunter2"))
                        .settings());

        assertThat(refused.faults())
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("t:1: banku.partitions: expected"))
                .anyMatch(fault -> fault.startsWith("t:2: banku.kafka.properties.acks cannot be set, found 1;"))
                .anyMatch(fault -> fault.startsWith("BANKU_KAFKA_PROPERTIES_ISOLATION_LEVEL: "))
                .noneMatch(fault -> fault.contains("hunter2"));
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(SettingsException.class, () -> read(text)).faults();
    }

    private static Settings read(String text) {
        return reader(text).settings();
    }

    private static SettingsReader reader(String text) {
        return new SettingsReader().jar().text("t", text);
    }
}
