package io.banku.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void everyDefaultIsAValueOfItsForm() {
        Settings settings = read("", Map.of());

        assertThat(Setting.all())
                .allSatisfy(setting -> assertThat(settings.get(setting)).isNotNull());
        assertThat(settings.get(Setting.HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.get(Setting.CHUNK_TIME)).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.get(Setting.ROLES)).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void theInboxIsWithinTheDataDirectoryUnlessItIsSet() {
        assertThat(read("banku.data = /srv/banku", Map.of()).get(Setting.INBOX)).isEqualTo(Path.of("/srv/banku/inbox"));
        assertThat(read("banku.inbox = /srv/in", Map.of()).get(Setting.INBOX)).isEqualTo(Path.of("/srv/in"));
    }

    @Test
    void theEnvironmentWinsOverAFileAndTheCommandOverBoth() throws Exception {
        Path file = file("banku.http.port = 81\nbanku.management.port = 82\nbanku.partitions = 24\n");

        Settings settings = Settings.read(
                List.of(file),
                Map.of("BANKU_HTTP_PORT", "91", "BANKU_MANAGEMENT_PORT", "92"),
                Map.of(Setting.HTTP_PORT, "71"));

        assertThat(settings.get(Setting.HTTP_PORT)).isEqualTo(71);
        assertThat(settings.origin(Setting.HTTP_PORT)).isEqualTo("fixed by the command");
        assertThat(settings.get(Setting.MANAGEMENT_PORT)).isEqualTo(92);
        assertThat(settings.origin(Setting.MANAGEMENT_PORT)).isEqualTo("BANKU_MANAGEMENT_PORT");
        assertThat(settings.get(Setting.PARTITIONS)).isEqualTo(24);
        assertThat(settings.origin(Setting.PARTITIONS)).isEqualTo(file + ":3");
        assertThat(settings.origin(Setting.DATA)).isEqualTo("default");
    }

    @Test
    void aSecretIsReadFromTheFileThatItsVariableNamesAndNeverShown() throws Exception {
        Path secret = file("redis://app:p%40ss@redis:6380\n");

        Settings settings = read("", Map.of("BANKU_REDIS_URI_FILE", secret.toString()));

        assertThat(settings.get(Setting.REDIS_URI)).isEqualTo("redis://app:p%40ss@redis:6380");
        assertThat(settings.shown(Setting.REDIS_URI)).isEqualTo("redis://***@redis:6380");
        assertThat(settings.origin(Setting.REDIS_URI)).isEqualTo("BANKU_REDIS_URI_FILE, " + secret);
    }

    @Test
    void kafkaPropertiesOfAFileAndOfTheEnvironmentGoToTheClientsByKafkasNames() {
        Settings settings = read(
                "banku.kafka.properties.security.protocol = SASL_SSL",
                Map.of("BANKU_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "module required password=\"x\";"));

        assertThat(settings.kafkaProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "module required password=\"x\";")
                .hasSize(2);
        assertThat(settings.shownPassedOn().toString()).contains("SASL_SSL").doesNotContain("password=");
    }

    @Test
    void routesSeeEverySettingAndCamelsOwnProperties() {
        assertThat(read("camel.main.name = night\nbanku.roles = ingest", Map.of())
                        .properties())
                .containsEntry("camel.main.name", "night")
                .containsEntry("banku.roles", "ingest")
                .containsEntry("banku.http.port", "8080")
                .containsEntry("banku.data", Path.of("data").toAbsolutePath().toString());
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPlaceAndTheNearestName() throws Exception {
        Path file = file("""
                # the night
                banku.htp.port = 8080
                banku.partitions = twelve
                banku.http.port = 1
                banku.http.port = 2
                colour = blue
                """);

        List<String> faults = faults(
                List.of(file, folder.resolve("none.properties")),
                Map.of(
                        "BANKU_ROLES", "ingest,reports",
                        "BANKU_INBOKS", "x",
                        "BANKU_REDIS_URI", "redis://a",
                        "BANKU_REDIS_URI_FILE", "/b",
                        "BANKU_DATA_FILE", folder + "/none"));

        assertThat(faults)
                .containsExactly(
                        file
                                + ":2: expected the name of a setting, found banku.htp.port; did you mean banku.http.port?",
                        file + ":5: expected banku.http.port once, found it also at " + file + ":4",
                        file + ":6: expected the name of a setting, found colour",
                        folder + "/none.properties: expected a properties file, found none that can be read:"
                                + " java.nio.file.NoSuchFileException: " + folder + "/none.properties",
                        "environment variable BANKU_DATA_FILE: expected a file that holds the value of banku.data, found "
                                + folder + "/none, which cannot be read: java.nio.file.NoSuchFileException: " + folder
                                + "/none",
                        "environment variable BANKU_INBOKS: expected the name of a setting; did you mean BANKU_INBOX?",
                        "environment variable BANKU_REDIS_URI_FILE: expected it or BANKU_REDIS_URI, found both",
                        "BANKU_ROLES: banku.roles: expected one or more of ingest, commands, projection, queries,"
                                + " found ingest,reports",
                        file + ":3: banku.partitions: expected a whole number from 1, found twelve");
    }

    @Test
    void contradictionsNameBothPlaces() {
        assertThat(faults(
                        List.of(),
                        Map.of(
                                "BANKU_MIN_INSYNC_REPLICAS", "4",
                                "BANKU_MANAGEMENT_PORT", "8080",
                                "BANKU_INBOX", "data",
                                "BANKU_HTTP_CONNECTIONS", "20000")))
                .containsExactly(
                        "expected banku.min-insync-replicas to be at most banku.replication-factor, found 4"
                                + " (BANKU_MIN_INSYNC_REPLICAS) and 3 (default)",
                        "expected banku.http.port and banku.management.port to differ, found 8080 (default) and 8080"
                                + " (BANKU_MANAGEMENT_PORT)",
                        "expected banku.inbox to be another directory than banku.data, found "
                                + Path.of("data").toAbsolutePath() + " (BANKU_INBOX) for both",
                        "expected banku.http.connections to be more than banku.http.requests, found 20000"
                                + " (BANKU_HTTP_CONNECTIONS) and 20000 (default): each request in hand has a connection of its"
                                + " own");
    }

    @Test
    void aWrongSecretIsNotShownInTheFault() throws Exception {
        Path secret = file("hunter2\n");

        assertThat(faults(List.of(), Map.of("BANKU_REDIS_URI_FILE", secret.toString())))
                .singleElement()
                .asString()
                .contains("banku.redis.uri: expected redis://", "found ***")
                .doesNotContain("hunter2");
    }

    @Test
    void theVariablesOfTheLauncherAndOfKubernetesAreNotSettings() {
        Settings settings = read(
                "",
                Map.of(
                        "BANKU_JAVA", "/opt/java",
                        "BANKU_API", "http://bridge:8080",
                        "BANKU_SERVICE_HOST", "10.0.0.7",
                        "BANKU_SERVICE_PORT_HTTP", "8080",
                        "BANKU_PORT", "tcp://10.0.0.7:8080",
                        "BANKU_HTTP_PORT", "tcp://10.0.0.7:8080",
                        "BANKU_PORT_8080_TCP_ADDR", "10.0.0.7"));

        assertThat(settings.get(Setting.HTTP_PORT)).isEqualTo(8080);
    }

    @Test
    void theVariableOfASettingIsItsKeyInCapitals() {
        assertThat(Setting.KAFKA_BOOTSTRAP_SERVERS.environmentVariable()).isEqualTo("BANKU_KAFKA_BOOTSTRAP_SERVERS");
        assertThat(Setting.all().stream().map(Setting::environmentVariable)).doesNotHaveDuplicates();
        assertThat(Set.copyOf(Setting.all())).hasSameSizeAs(Setting.all());
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "bank", ".properties"), text);
    }

    private static Settings read(String text, Map<String, String> environment) {
        return new SettingsReader()
                .jar()
                .text("test.properties", text)
                .environment(environment)
                .settings();
    }

    private static List<String> faults(List<Path> files, Map<String, String> environment) {
        var refused = catchThrowableOfType(SettingsException.class, () -> Settings.read(files, environment, Map.of()));
        assertThat(refused.getMessage()).contains(refused.faults());
        return refused.faults();
    }
}
