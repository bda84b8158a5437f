package io.banku.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a Redis server program: the one in the embedded-redis jar for this platform, else {@code redis-server} on PATH. */
final class RedisProgram {
    private static final String BUNDLED_VERSION = "7.0.15";
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d+)\\.(\\d+)");

    private RedisProgram() {}

    /** The bundled program is unpacked into {@code home} once. */
    static Path find(Path home) {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        return bundled(home, platform)
                .or(() -> onPath(System.getenv("PATH")))
                .orElseThrow(
                        () -> new EmbeddedServerException("Embedded Redis expected a bundled server for " + platform
                                + " or redis-server 6.2 or newer on PATH, found neither. Install Redis, or use `banku run` with "
                                + "a Redis elsewhere (banku.redis.uri)."));
    }

    /** {@code linux-amd64}, as the bundled programs are named. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
        return os + "-"
                + switch (osArch) {
                    case "x86_64", "amd64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    case "x86", "i386", "i686" -> "386";
                    default -> osArch;
                };
    }

    private static Optional<Path> bundled(Path home, String platform) {
        String name = "redis-server-" + BUNDLED_VERSION + "-" + platform;
        Path program = home.resolve(name);
        try (InputStream in = RedisProgram.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            if (Files.notExists(program)) {
                // by renaming, so that a start that is cut off leaves no half program
                Path part = home.resolve(name + ".part");
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                makeExecutable(part);
                Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
            }
            return Optional.of(program);
        } catch (IOException e) {
            throw new EmbeddedServerException("The bundled Redis cannot be unpacked to " + program + ": " + e, e);
        }
    }

    private static void makeExecutable(Path part) throws IOException {
        if (!part.toFile().setExecutable(true)) {
            throw new IOException(part + " cannot be made executable");
        }
    }

    /** 6.2 is the first that can keep its command line ({@code set-proc-title}). */
    static Optional<Path> onPath(String path) {
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve("redis-server"))
                .filter(Files::isExecutable)
                .filter(RedisProgram::isNewEnough)
                .findFirst();
    }

    private static boolean isNewEnough(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find()
                    && 100 * Integer.parseInt(version.group(1)) + Integer.parseInt(version.group(2)) >= 602;
        } catch (IOException e) {
            throw new EmbeddedServerException(program + " --version cannot be run: " + e.getMessage(), e);
        }
    }
}
