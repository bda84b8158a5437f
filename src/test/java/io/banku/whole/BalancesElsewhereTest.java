package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.account.Money;
import io.banku.samples.NightRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order files and commands come in: a reader of the topic in another language has the balances of the view. */
@Tag("ecosystem")
class BalancesElsewhereTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Of the samples; the API opens it first, in another currency than the mainframe does later. */
    private static final String OF_BOTH = "0000004711";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theReaderInJavaScriptHasTheBalancesOfTheView(long seed) throws Exception {
        Path reader = reader();
        try (Servers servers = Servers.start(folder.resolve("servers"));
                RunningBanku banku = RunningBanku.start(servers, Map.of());
                AccountsInRedis accounts = new AccountsInRedis(servers.redisUri())) {
            accepted(banku.command("/api/v1/accounts", "1", opening(OF_BOTH, "USD")));
            accepted(banku.command("/api/v1/accounts", "2", opening("WEB-1", "EUR")));
            accepted(banku.command("/api/v1/accounts", "5", opening("WEB-2", "EUR")));
            accepted(banku.command("/api/v1/accounts/WEB-1/deposits", "3", euros("70.00", "")));
            List<NightRow> night = new ArrayList<>(NightRow.all());
            Collections.shuffle(night, new Random(seed));

            for (NightRow row : night) {
                banku.drop(row.file(), row.as());
                await().atMost(PATIENCE).until(() -> isSettled(banku, row));
            }
            accepted(banku.command("/api/v1/accounts/WEB-1/transfers", "4", euros("20.00", ",\"to\":\"WEB-2\"")));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(reader, servers)).containsExactlyElementsOf(view(accounts)));
            assertThat(view(accounts)).hasSizeGreaterThan(200);

            assertThat(banku.post("/api/v1/view/rebuilds", "{}").status()).isEqualTo(202);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(reader, servers)).containsExactlyElementsOf(view(accounts)));
        }
    }

    private static String opening(String account, String currency) {
        return "{\"account\":\"" + account + "\",\"currency\":\"" + currency + "\"}";
    }

    private static String euros(String amount, String more) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"" + more + "}";
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private static boolean isSettled(RunningBanku banku, NightRow row) throws IOException {
        for (String directory : List.of("archive", "held", "refused", "duplicates")) {
            if (!banku.files(directory, row.as()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Path reader() throws Exception {
        Path reader = Files.createDirectory(folder.resolve("fold-events"));
        try (Stream<Path> files = Files.list(Path.of("examples", "fold-events"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, reader.resolve(file.getFileName()));
            }
        }
        assertThat(run(reader, "npm", "ci", "--silent").exit()).isZero();
        return reader;
    }

    private List<String> told(Path reader, Servers servers) throws Exception {
        Told told = run(reader, "node", "balances.mjs", servers.connection().bootstrapServers());
        assertThat(told.exit()).as(told.text()).isZero();
        return told.text().lines().skip(1).toList();
    }

    private static List<String> view(AccountsInRedis accounts) {
        TreeSet<String> lines = new TreeSet<>();
        accounts.all().forEach((id, account) -> {
            Currency currency = Currency.getInstance(account.get("c"));
            lines.add(
                    id + "," + currency + "," + amount(account, "b", currency) + "," + amount(account, "m", currency));
        });
        return List.copyOf(lines);
    }

    private static String amount(Map<String, String> account, String field, Currency currency) {
        return new Money(Long.parseLong(account.getOrDefault(field, "0")), currency).amount();
    }

    private record Told(int exit, String text) {}

    private Told run(Path in, String... command) throws Exception {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Told(process.waitFor(), Files.readString(told));
    }
}
