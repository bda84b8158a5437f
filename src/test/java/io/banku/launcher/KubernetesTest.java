package io.banku.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.banku.camel.NpmProject;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests are what Kubernetes knows, and what they set is what the program knows; no cluster runs them here. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("src", "main", "packaging", "kubernetes");

    private final List<JsonNode> manifests = manifests();

    @Test
    @Tag("ecosystem")
    void theManifestsAreAsTheSchemasOfKubernetesWantThem(@TempDir Path folder) throws Exception {
        NpmProject npm = NpmProject.install(Path.of("src", "test", "ecosystem", "kubernetes"), folder);
        List<String> command = new ArrayList<>(List.of("node", "check.mjs"));
        files().forEach(file -> command.add(file.toAbsolutePath().toString()));

        assertThat(npm.run(command.toArray(String[]::new)).lines()).hasSameSizeAs(manifests);
    }

    @Test
    void whatTheySetAreSettingsOfTheirFormAndEachRoleIsInOneDeployment(@TempDir Path folder) throws IOException {
        Path principals = Files.writeString(folder.resolve("principals"), "me:" + "0".repeat(64));
        JsonNode shared = ofKind("ConfigMap").get(0).get("data");
        Set<Role> all = EnumSet.noneOf(Role.class);
        for (JsonNode deployment : ofKind("Deployment")) {
            Map<String, String> environment = new HashMap<>();
            shared.properties()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().asText()));
            container(deployment)
                    .get("env")
                    .forEach(entry -> environment.put(
                            entry.get("name").asText(), entry.get("value").asText()));
            assertThat(environment.put("BANKU_HTTP_PRINCIPALS", principals.toString()))
                    .isEqualTo("/run/secrets/banku/principals");

            Settings settings = Settings.read(List.of(), environment, Map.of());

            assertThat(settings.get(Setting.ROLES)).noneMatch(all::contains);
            all.addAll(settings.get(Setting.ROLES));
            assertThat(mounts(deployment)).contains("/tmp", "/run/secrets/banku");
            assertThat(mounts(deployment).contains("/var/lib/banku"))
                    .as("what takes files in, and nothing else, writes to banku.data")
                    .isEqualTo(settings.get(Setting.ROLES).contains(Role.INGEST));
            assertThat(pod(deployment).get("terminationGracePeriodSeconds").asLong())
                    .isGreaterThan(settings.get(Setting.SHUTDOWN_TIMEOUT).toSeconds());
        }

        assertThat(all).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void noContainerMayDoMoreThanItMust() {
        List<JsonNode> workloads = Stream.of("Deployment", "Job")
                .map(this::ofKind)
                .flatMap(Collection::stream)
                .toList();

        assertThat(workloads).hasSize(4).allSatisfy(workload -> {
            assertThat(pod(workload).at("/securityContext/runAsNonRoot").asBoolean())
                    .isTrue();
            assertThat(pod(workload).at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            JsonNode rights = container(workload).get("securityContext");
            assertThat(rights.get("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(rights.get("allowPrivilegeEscalation").asBoolean()).isFalse();
            assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container(workload).at("/resources/limits/memory").asText())
                    .isNotEmpty();
        });
    }

    /** One that selects nobody is taken by Kubernetes without a word. */
    @Test
    void whatSelectsPodsSelectsSome() {
        List<JsonNode> pods = ofKind("Deployment").stream()
                .map(deployment -> deployment.at("/spec/template/metadata/labels"))
                .toList();
        List<JsonNode> selectors = manifests.stream()
                .flatMap(manifest -> Stream.of(
                        manifest.at("/spec/selector/matchLabels"),
                        manifest.at("/spec/podSelector/matchLabels"),
                        manifest.get("kind").asText().equals("Service")
                                ? manifest.at("/spec/selector")
                                : manifest.at("/none")))
                .filter(JsonNode::isObject)
                .toList();

        assertThat(selectors)
                .hasSize(8)
                .allSatisfy(selector -> assertThat(pods)
                        .anyMatch(labels -> selector.properties().stream()
                                .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())))));
    }

    private List<JsonNode> ofKind(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.get("kind").asText().equals(kind))
                .toList();
    }

    private static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    private static JsonNode container(JsonNode workload) {
        return pod(workload).at("/containers/0");
    }

    private static List<String> mounts(JsonNode workload) {
        return StreamSupport.stream(container(workload).get("volumeMounts").spliterator(), false)
                .map(mount -> mount.get("mountPath").asText())
                .toList();
    }

    private static List<JsonNode> manifests() {
        YAMLMapper yaml = new YAMLMapper();
        List<JsonNode> manifests = new ArrayList<>();
        try {
            for (Path file : files()) {
                yaml.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file.toFile())
                        .forEachRemaining(manifests::add);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return manifests;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
