package io.banku.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalsTest {
    /** SHA-256 of "abc", the first example of FIPS 180. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void aTokenNamesThePrincipalOfItsLine() throws Exception {
        Principals principals = read("# the branches\n\nbranch-42:" + ABC + "\n" + Principals.line("back-office", "x"));

        assertThat(principals.named("abc")).contains("branch-42");
        assertThat(principals.named("x")).contains("back-office");
        assertThat(principals.areAsked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"''", "abC", "'abc '", ABC})
    void aTokenThatIsNoneNamesNobody(String token) throws Exception {
        assertThat(read("branch-42:" + ABC).named(token)).isEmpty();
    }

    @Test
    void aPrincipalMayHaveTwoTokensWhileTheyAreChanged() throws Exception {
        Principals principals = read("a:" + ABC + "\n" + Principals.line("a", "next"));

        assertThat(principals.named("abc")).isEqualTo(principals.named("next")).contains("a");
    }

    @Test
    void everyFaultOfTheFileIsToldWithItsLineAndNoneShowsAToken() throws Exception {
        Path file = file("a:" + ABC + "\nmy-secret-token\nb:" + ABC + "\nc d:" + ABC + "\nd:BA78\n");
        List<String> faults = new ArrayList<>();

        Principals.read(file, faults);

        assertThat(faults)
                .hasSize(4)
                .allMatch(fault -> fault.contains("expected"))
                .noneMatch(fault -> fault.contains("my-secret-token") || fault.contains(ABC));
        assertThat(faults)
                .extracting(fault -> fault.replaceAll("^.*?:(\\d+): .*", "$1"))
                .containsExactly("2", "3", "4", "5");
    }

    @Test
    void aFileWithoutAnyTokenIsAFault() throws Exception {
        List<String> faults = new ArrayList<>();

        Principals.read(file("# nobody yet\n"), faults);

        assertThat(faults).singleElement().asString().contains("found none; try: banku token NAME");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "10.1.2.3", "bank.example", "1270.0.0.1", "127.0.0.1.example"})
    void withoutTokensTheApiIsNotOpenedToOthers(String host) {
        assertThat(faults(Map.of("BANKU_HTTP_HOST", host)))
                .singleElement()
                .asString()
                .contains("expected banku.http.principals", "found none and " + host + " (BANKU_HTTP_HOST)");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void onLoopbackNobodyIsAskedForAToken(String host) {
        Settings settings = Settings.read(List.of(), Map.of("BANKU_HTTP_HOST", host), Map.of());

        assertThat(settings.principals().areAsked()).isFalse();
    }

    @Test
    void aProcessWithoutAnApiMayHaveAnyAddressInItsSettings() {
        Settings settings = Settings.read(
                List.of(), Map.of("BANKU_HTTP_HOST", "0.0.0.0", "BANKU_ROLES", "ingest,projection"), Map.of());

        assertThat(settings.get(Setting.HTTP_HOST)).isEqualTo("0.0.0.0");
    }

    @Test
    void theFilesFaultsAreToldWithThoseOfTheSettings() throws Exception {
        Path file = file("nonsense");

        assertThat(faults(Map.of(
                        "BANKU_HTTP_PRINCIPALS",
                        file.toString(),
                        "BANKU_HTTP_HOST",
                        "::",
                        "BANKU_MANAGEMENT_PORT",
                        "8080")))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("banku.management.port"))
                .anyMatch(fault -> fault.startsWith(file + ":1: expected principal:hash"));
    }

    private static List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(SettingsException.class, () -> Settings.read(List.of(), environment, Map.of()))
                .faults();
    }

    private Principals read(String text) throws Exception {
        List<String> faults = new ArrayList<>();
        Principals principals = Principals.read(file(text), faults);
        assertThat(faults).isEmpty();
        return principals;
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "principals", ""), text);
    }
}
