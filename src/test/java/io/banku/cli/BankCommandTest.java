package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.camel.LiveProgram;
import io.banku.embedded.FreePort;
import io.banku.settings.Principals;
import io.banku.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that move money, against a bridge that asks for tokens. */
class BankCommandTest {
    @TempDir
    static Path folder;

    private static LiveProgram program;
    private static Path token;

    @BeforeAll
    static void start() throws Exception {
        Terminal made = Terminal.banku("token", "teller");
        Path principals = Files.writeString(folder.resolve("principals"), made.out());
        token = Files.writeString(folder.resolve("token"), made.err().strip().replaceAll("(?s).* ", ""));
        program =
                LiveProgram.start(folder, Map.of(Setting.PRINCIPALS, principals.toString(), Setting.HTTP_WAIT, "20s"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aTokenIsShownOnceAndItsLineNamesThePrincipal() {
        Terminal run = Terminal.banku("token", "teller");

        String shown = run.err().strip().replaceAll("(?s).* ", "");
        assertThat(run.out().strip()).isEqualTo(Principals.line("teller", shown));
        assertThat(Terminal.banku("token", "teller").out()).isNotEqualTo(run.out());
        assertThat(Terminal.banku("token", "a b").code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void moneyMovesAndTheKeyIsToldBeforeItDoes() {
        assertThat(ask("create", "EUR", "--id", "A-1", "--holder", "GRETA").out())
                .isEqualToNormalizingNewlines("accepted: AccountOpened, account A-1, balance 0.00 EUR\n");
        ask("create", "EUR", "--id", "A-2");
        Terminal deposit = ask("deposit", "A-1", "125.00", "EUR", "--text", "SALARY", "--reference", "R-1");
        Terminal transfer = ask("transfer", "A-1", "A-2", "25.00", "EUR");
        Terminal withdrawal = ask("withdraw", "A-1", "50.00", "EUR");

        assertThat(deposit.out()).contains("MoneyDeposited", "balance 125.00 EUR");
        assertThat(deposit.err()).containsPattern("Idempotency-Key [0-9a-f-]{36}");
        assertThat(transfer.out()).contains("MoneySent", "balance 100.00 EUR");
        assertThat(withdrawal.out()).contains("MoneyWithdrawn", "balance 50.00 EUR");
        assertThat(withdrawal.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void aCommandIsRepeatedByItsKeyAndCarriedOutOnce() {
        ask("create", "EUR", "--id", "B-1");

        Terminal first = ask("deposit", "B-1", "1.00", "EUR", "--key", "k-1");
        Terminal again = ask("deposit", "B-1", "1.00", "EUR", "--key", "k-1");

        assertThat(again.out()).isEqualTo(first.out()).contains("balance 1.00 EUR");
    }

    @Test
    void whatIsDeclinedIsRefusedWithTheReason() {
        ask("create", "EUR", "--id", "C-1");

        Terminal run = ask("withdraw", "C-1", "1.00", "EUR");

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("BNK-7012", "0.00 EUR available; 1.00 EUR was asked for", "A new try is a new");
    }

    @Test
    void whatIsMalformedIsToldByTheApi() {
        assertThat(ask("deposit", "C-1", "1", "EUR").err()).contains("/amount: expected", "exactly 2 decimals");
    }

    @Test
    void withoutATokenNothingIsDone() {
        Terminal run = Terminal.banku("account", "show", "A-1", "--api", program.api());

        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
        assertThat(run.err()).contains("BNK-7010", "banku token NAME");
    }

    @Test
    void whenNoAnswerComesTheKeySaysHowToGoOn() throws Exception {
        int port = FreePort.any();

        Terminal run = Terminal.banku(
                "account",
                "deposit",
                "A-1",
                "1.00",
                "EUR",
                "--key",
                "k-9",
                "--wait",
                "1",
                "--api",
                "http://127.0.0.1:" + port);

        assertThat(run.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
        assertThat(run.err()).contains("found none", "Repeat the same command with --key k-9");
    }

    private static Terminal ask(String... words) {
        return Terminal.banku(Stream.of(
                        Stream.of("account"),
                        Stream.of(words),
                        Stream.of("--api", program.api(), "--token-file", token.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }
}
