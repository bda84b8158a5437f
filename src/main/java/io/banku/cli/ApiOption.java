package io.banku.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --api}, for every command that asks a running bridge. */
final class ApiOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "${env:BANKU_API:-http://127.0.0.1:8080}",
            description = "Where a bridge answers; or BANKU_API; now ${DEFAULT-VALUE}.")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with the token to show to the bridge; or BANKU_TOKEN_FILE, or the token in BANKU_TOKEN.")
    private Path tokenFile;

    Api open() {
        if (!url.matches("https?://[^/?#\\s]+/*")) {
            throw new ParameterException(
                    spec.commandLine(), "--api: expected a URL such as http://127.0.0.1:8080, found " + url);
        }
        return new Api(URI.create(url), token(System.getenv()));
    }

    /** Never an option of the command line, which everybody on the machine can read. */
    private Optional<String> token(Map<String, String> environment) {
        Optional<Path> file = Optional.ofNullable(tokenFile)
                .or(() ->
                        Optional.ofNullable(environment.get("BANKU_TOKEN_FILE")).map(Path::of));
        return file.map(this::read).or(() -> Optional.ofNullable(environment.get("BANKU_TOKEN")));
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected a file with a token, found " + file + ", which cannot be read: " + unreadable);
        }
    }
}
