package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void withoutArgumentsItShowsItsCommandsAndExitCodes() {
        int code = banku();

        assertThat(code).isEqualTo(ExitCode.CLEAN.number());
        assertThat(out.toString()).contains("Usage: banku", "config", "version", "12   settings are wrong");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionNamesItselfAndItsJava() {
        int code = banku("version");

        assertThat(code).isEqualTo(ExitCode.CLEAN.number());
        assertThat(out.toString()).startsWith("banku ").contains("(Java " + System.getProperty("java.version"));
        assertThat(banku("--version")).isZero();
    }

    @Test
    void aMistypedCommandIsAUsageErrorThatSuggestsTheRightOne() {
        int code = banku("verson");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("banku: ", "'verson'", "version", "Try: banku --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownOptionOfASubcommandSendsToItsHelp() {
        int code = banku("config", "show", "--colour");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("'--colour'", "Try: banku config show --help");
    }

    @Test
    void configShowsEveryValueWithItsOriginAndNoPassword() throws Exception {
        Path file = Files.writeString(folder.resolve("bank.properties"), """
                banku.http.port = 8181
                banku.redis.uri = redis://app:hunter2@redis:6379
                banku.kafka.properties.sasl.jaas.config = hunter2
                """);

        int code = banku("config", "show", "--config", file.toString());

        assertThat(code).isEqualTo(ExitCode.CLEAN.number());
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("banku\\.http\\.port +8181 +" + file + ":1"))
                .anyMatch(line -> line.matches("banku\\.partitions +12 +default"))
                .anyMatch(line -> line.matches("banku\\.redis\\.uri +redis://\\*\\*\\*@redis:6379 +" + file + ":2"))
                .anyMatch(line ->
                        line.matches("banku\\.kafka\\.properties\\.sasl\\.jaas\\.config +\\*\\*\\* +" + file + ":3"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void faultySettingsAreAFaultOfTheEnvironmentWithoutAStackTrace() throws Exception {
        Path file = Files.writeString(folder.resolve("bank.properties"), "banku.http.prt = 1\nbanku.partitions = x\n");

        int code = banku("config", "show", "--config", file.toString());

        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT.number());
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("banku: 2 settings are wrong; nothing was started:\n  " + file
                        + ":1: expected the name of a setting, found banku.http.prt; did you mean banku.http.port?\n  "
                        + file + ":2: banku.partitions: expected a whole number from 1, found x\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void verboseShowsTheStackTrace() {
        banku("config", "show", "--verbose", "--config", "none.properties");

        assertThat(err.toString()).contains("SettingsException", "\tat io.banku.settings.SettingsReader");
    }

    @Test
    void configKeysIsAConfigurationFileThatCanBeUsedAtOnce() throws Exception {
        banku("config", "keys");
        Path file = Files.writeString(folder.resolve("template.properties"), out.toString());
        assertThat(out.toString()).contains("#banku.http.port = 8080", "BANKU_HTTP_PORT");

        assertThat(banku("config", "show", "--config", file.toString())).isEqualTo(ExitCode.CLEAN.number());
    }

    private int banku(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
