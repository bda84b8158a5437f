package io.banku.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Dockerfile, compose file and unit name only what there is; whether an engine runs them is not tried here. */
class PackagingTest {
    private static final Pattern FIXED_TAG = Pattern.compile("[a-z/-]+:\\d[\\w.-]*");
    private static final Set<String> INSTRUCTIONS = Set.of(
            "FROM", "WORKDIR", "COPY", "RUN", "ENV", "VOLUME", "EXPOSE", "USER", "HEALTHCHECK", "ENTRYPOINT", "CMD");

    private final List<List<String>> dockerfile = instructions();
    private final Map<String, Object> compose =
            map(new Load(LoadSettings.builder().build()).loadFromString(text("docker-compose.yml")));
    private final Map<String, Object> services = map(compose.get("services"));

    @TempDir
    Path folder;

    @Test
    void theDockerfileIsMadeOfInstructionsAndCopiesOnlyWhatThereIs() {
        assertThat(dockerfile)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(INSTRUCTIONS).contains(line.get(0)));
        List<List<String>> copies = arguments("COPY").stream()
                .filter(copy -> !copy.get(0).startsWith("--from"))
                .toList();
        assertThat(copies)
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.subList(0, copy.size() - 1))
                        .allSatisfy(source -> assertThat(Path.of(source)).exists()));
    }

    /** A folder that the build reads and the image's build does not have leaves a hole that nobody sees. */
    @Test
    void theDockerfileCopiesEveryFolderThatTheBuildTakesSomethingFrom() {
        Set<String> copied = arguments("COPY").stream().map(copy -> copy.get(0)).collect(Collectors.toSet());

        List<String> taken = Stream.concat(
                        Pattern.compile("<directory>(\\w+)/")
                                .matcher(text("pom.xml"))
                                .results(),
                        Pattern.compile("<include>(\\w+)/")
                                .matcher(text("src/assembly/contents.xml"))
                                .results())
                .map(found -> found.group(1))
                .toList();

        assertThat(taken).contains("src", "docs", "examples", "routes");
        assertThat(copied).containsAll(taken);
    }

    @Test
    void theImageDoesNotRunAsRoot() {
        assertThat(arguments("USER")).containsExactly(List.of("10001"));
        assertThat(dockerfile.indexOf(List.of("USER", "10001")))
                .isGreaterThan(dockerfile.lastIndexOf(dockerfile.stream()
                        .filter(line -> line.get(0).equals("COPY"))
                        .reduce((first, second) -> second)
                        .orElseThrow()));
        assertThat(text("Dockerfile")).contains("--uid 10001");
    }

    @Test
    void everythingThatTheBuildNeedsIsCopied() {
        List<String> copied = arguments("COPY").stream().flatMap(List::stream).toList();

        assertThat(copied).contains("pom.xml", "src", "banku", "routes", "sample-mainframe-files", "LICENSE");
        assertThat(text("src/assembly/contents.xml"))
                .contains("<include>LICENSE</include>", "<include>routes/**</include>");
    }

    @Test
    void everyImageHasAVersionAndTheBrokersIsThatOfItsClient() {
        Stream<String> bases = arguments("FROM").stream().map(from -> from.get(0));
        Stream<String> images =
                services.values().stream().map(service -> (String) map(service).get("image"));

        assertThat(Stream.concat(bases, images))
                .allMatch(image -> FIXED_TAG.matcher(image).matches());
        String pom = text("pom.xml");
        assertThat(map(services.get("kafka")).get("image"))
                .isEqualTo("apache/kafka:" + pom.replaceAll("(?s).*<kafka.version>(.*?)</kafka.version>.*", "$1"));
        assertThat(map(services.get("banku")).get("image"))
                .isEqualTo("banku:"
                        + pom.replaceAll("(?s).*?<artifactId>banku</artifactId>\\s*<version>(.*?)</version>.*", "$1"));
    }

    @Test
    void whatTheImageAndTheComposeFileSetAreSettingsOfTheirForm() throws IOException {
        Path principals = Files.writeString(folder.resolve("principals"), "me:" + "0".repeat(64));
        Map<String, String> environment = environmentOfTheImage();
        map(map(services.get("banku")).get("environment"))
                .forEach((name, value) -> environment.put(name, (String) value));
        environment.put("BANKU_HTTP_PRINCIPALS", principals.toString());

        Settings settings = Settings.read(List.of(), environment, Map.of());

        assertThat(settings.get(Setting.DATA)).isEqualTo(Path.of("/var/lib/banku/data"));
        assertThat(settings.get(Setting.KAFKA_BOOTSTRAP_SERVERS)).isEqualTo("kafka:9092");
    }

    @Test
    void thePortsAreThoseOfTheSettings() {
        Settings standard = Settings.read(List.of(), Map.of(), Map.of());
        String api = standard.shown(Setting.HTTP_PORT);
        String management = standard.shown(Setting.MANAGEMENT_PORT);

        assertThat(arguments("EXPOSE")).containsExactly(List.of(api), List.of(management));
        assertThat(list(map(services.get("banku")).get("ports")))
                .containsExactly("127.0.0.1:" + api + ":" + api, "127.0.0.1:" + management + ":" + management);
        assertThat(text("Dockerfile")).contains("/dev/tcp/127.0.0.1/" + management, "/observe/health/live");
    }

    @Test
    void theComposeFileNamesOnlyVolumesSecretsAndServicesOfItsOwn() {
        assertThat(services.values()).allSatisfy(service -> {
            assertThat(list(map(service).get("volumes")).stream().map(volume -> volume.split(":")[0]))
                    .allMatch(map(compose.get("volumes"))::containsKey);
            assertThat(list(map(service).get("secrets"))).allMatch(map(compose.get("secrets"))::containsKey);
            assertThat(map(map(service).get("depends_on")).keySet()).allMatch(services::containsKey);
        });
        assertThat(Stream.of("kafka", "redis"))
                .allSatisfy(name -> assertThat(map(services.get(name))).containsKeys("healthcheck", "volumes"));
    }

    @Test
    void redisKeepsWhatItWasGiven() {
        assertThat(String.join(" ", list(map(services.get("redis")).get("command"))))
                .contains("--appendonly yes", "--maxmemory-policy noeviction");
    }

    @Test
    void theUnitNamesOnlySettingsThatThereAreAndWaitsLongerThanTheProgramNeedsToEnd() {
        List<String> lines = text("src/main/packaging/banku.service")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Map<String, String> environment = new TreeMap<>();
        lines.stream()
                .filter(line -> line.startsWith("Environment="))
                .map(line -> line.split("=", 3))
                .forEach(words -> environment.put(words[1], words[2]));

        Settings settings = Settings.read(List.of(), environment, Map.of());

        assertThat(lines).allMatch(line -> line.matches("\\[(Unit|Service|Install)]|[A-Z][A-Za-z]+=\\S.*"));
        assertThat(lines)
                .contains("ExecStart=/opt/banku/banku run --config /etc/banku/banku.properties", "User=banku")
                .contains("ReadWritePaths=/var/lib/banku");
        assertThat(settings.get(Setting.DATA)).isEqualTo(Path.of("/var/lib/banku/data"));
        String stop = lines.stream()
                .filter(line -> line.startsWith("TimeoutStopSec="))
                .findFirst()
                .orElseThrow();
        assertThat(Long.parseLong(stop.substring(stop.indexOf('=') + 1)))
                .isGreaterThan(settings.get(Setting.SHUTDOWN_TIMEOUT).toSeconds());
    }

    private Map<String, String> environmentOfTheImage() {
        Map<String, String> environment = new HashMap<>();
        arguments("ENV").stream().flatMap(List::stream).forEach(pair -> {
            String[] words = pair.split("=", 2);
            environment.put(words[0], words[1]);
        });
        return environment;
    }

    private List<List<String>> arguments(String instruction) {
        return dockerfile.stream()
                .filter(line -> line.get(0).equals(instruction))
                .map(line -> line.subList(1, line.size()))
                .toList();
    }

    /** Each with its words; lines that end with a backslash go on. */
    private static List<List<String>> instructions() {
        List<List<String>> instructions = new ArrayList<>();
        for (String line : text("Dockerfile").replaceAll("\\\\\\n", " ").split("\\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                instructions.add(Arrays.asList(line.strip().split("\\s+")));
            }
        }
        return instructions;
    }

    private static List<String> list(Object node) {
        return node == null
                ? List.of()
                : ((List<?>) node).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked") // a map of YAML has names as its keys
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
