package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.embedded.FreePort;
import io.banku.log.LocalKafka;
import io.banku.log.LogConnection;
import io.banku.view.LocalRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({LocalKafka.class, LocalRedis.class})
class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void everythingThatTheSettingsNameHasALineOfItsOwn(LogConnection kafka, LocalRedis.Server redis) throws Exception {
        String config = config(kafka.bootstrapServers(), redis.uri(), "sample-mainframe-files");
        Terminal.banku("topics", "init", "--yes", "--config", config);

        Terminal checked = Terminal.banku("check", "--config", config);

        assertThat(checked.out().lines().map(line -> line.split(" {2,}")[1]))
                .contains(
                        "WHAT",
                        "Kafka at " + kafka.bootstrapServers(),
                        "topic banku.events",
                        "topic banku.rejects",
                        "clocks",
                        "transactional ids ingest-*",
                        "transactional ids decider-*",
                        "Redis role",
                        "Redis maxmemory-policy",
                        "Redis memory",
                        "account view",
                        "feed daily-transactions",
                        "inbox " + folder.resolve("data/inbox"),
                        "data " + folder.resolve("data"),
                        "file system",
                        "HTTP port 127.0.0.1:" + port(config))
                .doesNotHaveDuplicates();
        assertThat(checked.out().lines().filter(line -> !line.startsWith("ok ")))
                .allMatch(line -> line.startsWith("STATE") || line.startsWith("warning"));
        assertThat(checked.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(folder.resolve("data")).as("nothing is changed").doesNotExist();
    }

    @Test
    void whatIsNotThereIsToldAllAtOnceWithWhatToDo() throws Exception {
        String config = config(
                "127.0.0.1:1", "redis://127.0.0.1:1/99", folder.resolve("none").toString());
        Files.writeString(folder.resolve("data"), "a file");

        Terminal checked = Terminal.banku("check", "--config", config, "--json");

        JsonNode document = JsonMapper.builder().build().readTree(checked.out());
        assertThat(document.get("ok").booleanValue()).isFalse();
        List<String> failed = document.get("things").findParents("state").stream()
                .filter(thing -> thing.get("state").textValue().equals("failed"))
                .map(thing -> thing.get("found").textValue())
                .toList();
        assertThat(failed).hasSizeGreaterThanOrEqualTo(5).noneMatch(words -> words.contains("null"));
        assertThat(String.join("\n", failed))
                .contains(
                        "BNK-5000 nothing listens at 127.0.0.1:1 (Connection refused)",
                        "BNK-6000 expected Redis, found: nothing listens at 127.0.0.1:1",
                        "expected folders with a feed.yaml, found none",
                        "expected a folder, found that " + folder.resolve("data") + " is none");
        assertThat(checked.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
    }

    @Test
    void aPortOfAnotherAndAnAddressOfAnotherAreTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String config = config("127.0.0.1:1", "redis://127.0.0.1:1", "sample-mainframe-files");
            String other = Files.readString(Path.of(config))
                            .replace("banku.http.port = " + port(config), "banku.http.port = " + taken.getLocalPort())
                    + "\nbanku.management.host = 192.0.2.1\n";
            Files.writeString(Path.of(config), other);

            assertThat(Terminal.banku("check", "--config", config).out())
                    .containsPattern(
                            "warning +HTTP port 127.0.0.1:" + taken.getLocalPort() + " +something listens there;")
                    .containsPattern(
                            "failed +health and metrics port 192.0.2.1:\\d+ +expected an address of this machine");
        }
    }

    private String config(String kafka, String redis, String feeds) throws IOException {
        String ports = "banku.http.port = " + FreePort.any() + "\nbanku.management.port = " + FreePort.any();
        return Files.writeString(folder.resolve("bank.properties"), """
                        banku.kafka.bootstrap-servers = %s
                        banku.redis.uri = %s
                        banku.partitions = 3
                        banku.replication-factor = 1
                        banku.min-insync-replicas = 1
                        banku.data = %s
                        banku.feeds = %s
                        %s""".formatted(
                                kafka, redis, folder.resolve("data"), feeds, ports))
                .toString();
    }

    private static String port(String config) throws IOException {
        return Files.readAllLines(Path.of(config)).stream()
                .filter(line -> line.startsWith("banku.http.port"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
    }
}
