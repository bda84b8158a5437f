package io.banku.cli;

import java.net.URI;
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

    Api open() {
        if (!url.matches("https?://[^/?#\\s]+/*")) {
            throw new ParameterException(
                    spec.commandLine(), "--api: expected a URL such as http://127.0.0.1:8080, found " + url);
        }
        return new Api(URI.create(url));
    }
}
