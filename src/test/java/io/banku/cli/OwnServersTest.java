package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.banku.settings.ForCommand;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.banku.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment and files of settings mean to demo and dev. */
class OwnServersTest {
    @TempDir
    Path folder;

    @Test
    void theDemoHeedsWhatItIsNotAbout() throws Exception {
        Path file = Files.writeString(folder.resolve("my.properties"), "banku.partitions = 3\n");

        Settings settings = Settings.read(
                List.of(file),
                Map.of("BANKU_HTTP_PORT", "8099", "BANKU_MANAGEMENT_PORT", "9899", "BANKU_HTTP_WAIT", "9s"),
                demo());

        assertThat(settings.get(Setting.PARTITIONS)).isEqualTo(3);
        assertThat(settings.get(Setting.HTTP_PORT)).isEqualTo(8099);
        assertThat(settings.get(Setting.MANAGEMENT_PORT)).isEqualTo(9899);
        assertThat(settings.shown(Setting.HTTP_WAIT)).isEqualTo("9s");
        assertThat(settings.unheeded()).isEmpty();
    }

    @Test
    void theDemoTellsWhatItDoesNotHeed() throws Exception {
        Path file = Files.writeString(folder.resolve("prod.properties"), "banku.feeds = /srv/feeds\n");

        Settings settings = Settings.read(
                List.of(file),
                Map.of(
                        "BANKU_REDIS_URI", "redis://prod:6379",
                        "BANKU_KAFKA_BOOTSTRAP_SERVERS", "prod:9092",
                        "BANKU_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL",
                        "BANKU_DATA", "/srv/banku",
                        "BANKU_ROLES", "ingest",
                        "BANKU_HTTP_PRINCIPALS", "/run/principals"),
                demo());

        assertThat(settings.get(Setting.DATA)).isEqualTo(folder.resolve("data"));
        assertThat(settings.get(Setting.ROLES)).containsExactlyInAnyOrder(Role.values());
        assertThat(settings.get(Setting.PRINCIPALS)).isEmpty();
        assertThat(settings.kafkaProperties()).isEmpty();
        assertThat(settings.unheeded())
                .containsExactly(
                        "banku.data (BANKU_DATA)",
                        "banku.feeds (" + file + ":1)",
                        "banku.http.principals (BANKU_HTTP_PRINCIPALS)",
                        "banku.kafka.bootstrap-servers (BANKU_KAFKA_BOOTSTRAP_SERVERS)",
                        "banku.kafka.properties.security.protocol (BANKU_KAFKA_PROPERTIES_SECURITY_PROTOCOL)",
                        "banku.redis.uri (BANKU_REDIS_URI)",
                        "banku.roles (BANKU_ROLES)");
    }

    @Test
    void devReadsTheFeedsThatAreSetUnlessItIsToldOthers() {
        Map<String, String> environment = Map.of("BANKU_FEEDS", folder.toString(), "BANKU_ROLES", "ingest");

        Settings set = Settings.read(
                List.of(), environment, OwnServers.dev(folder, null).at("127.0.0.1:9092", "redis://127.0.0.1:6379"));
        Settings told = Settings.read(
                List.of(),
                environment,
                OwnServers.dev(folder, Path.of("other")).at("127.0.0.1:9092", "redis://127.0.0.1:6379"));

        assertThat(set.get(Setting.FEEDS)).isEqualTo(folder);
        assertThat(set.get(Setting.ROLES)).containsExactly(Role.INGEST);
        assertThat(set.unheeded()).isEmpty();
        assertThat(told.get(Setting.FEEDS)).isEqualTo(Path.of("other").toAbsolutePath());
        assertThat(told.unheeded()).containsExactly("banku.feeds (BANKU_FEEDS)");
    }

    @Test
    void whatIsNotHeededIsOneLineWithoutItsValues() {
        StringWriter err = new StringWriter();

        OwnServers.tell(
                "dev",
                List.of("banku.redis.uri (BANKU_REDIS_URI)", "banku.data (b.properties:2)"),
                new PrintWriter(err, true));
        OwnServers.tell("dev", List.of(), new PrintWriter(err, true));

        assertThat(err)
                .hasToString("banku: dev has servers and folders of its own; not heeded: banku.redis.uri"
                        + " (BANKU_REDIS_URI), banku.data (b.properties:2)" + System.lineSeparator());
    }

    @Test
    void faultsOfSettingsAreToldBeforeAnyServerStarts() {
        OwnServers own = OwnServers.dev(folder.resolve("state"), folder);

        var refused = catchThrowableOfType(
                SettingsException.class,
                () -> Sandbox.servers(
                        folder.resolve("state"),
                        own,
                        command -> Settings.read(List.of(), Map.of("BANKU_PARTITION", "3"), command)));

        assertThat(refused.faults()).singleElement().asString().contains("BANKU_PARTITION");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void theServersAreItsOwnWhateverTheEnvironmentNames() throws Exception {
        Map<String, String> environment = Map.of(
                "BANKU_PARTITIONS", "3",
                "BANKU_REDIS_URI", "redis://127.0.0.1:1",
                "BANKU_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL");
        OwnServers own = OwnServers.demo(folder.resolve("data"), folder);

        try (Sandbox sandbox = Sandbox.servers(
                folder.resolve("data"), own, command -> Settings.read(List.of(), environment, command))) {
            assertThat(sandbox.settings().get(Setting.PARTITIONS)).isEqualTo(3);
            assertThat(sandbox.settings().shown(Setting.REDIS_URI)).doesNotEndWith(":1");
            assertThat(sandbox.settings().unheeded()).hasSize(2);
        }
    }

    private ForCommand demo() {
        return OwnServers.demo(folder.resolve("data"), Path.of("sample-mainframe-files"))
                .beforeTheyStart();
    }
}
