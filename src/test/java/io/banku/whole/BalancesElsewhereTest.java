package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever order files, commands and releases of what was held come in: a reader of the topic in another language has the
 * balances of the view.
 */
@Tag("ecosystem")
class BalancesElsewhereTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Of the samples; the API opens it first, in another currency than the mainframe does later. */
    private static final String OF_BOTH = "0000004711";

    private static final List<String> ACCOUNTS = List.of("WEB-1", "WEB-2", "0043000050", OF_BOTH, "NOBODY");

    @TempDir
    static Path reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void installTheReader() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("examples", "fold-events"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, reader.resolve(file.getFileName()));
            }
        }
        assertThat(run("npm", "ci", "--silent").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theReaderInJavaScriptHasTheBalancesOfTheView(long seed) throws Exception {
        Random random = new Random(seed);
        try (Servers servers = Servers.start(folder.resolve("servers"));
                RunningBanku banku = RunningBanku.start(servers, Map.of());
                AccountsInRedis accounts = new AccountsInRedis(servers.redisUri())) {
            accepted(banku.command("/api/v1/accounts", "1", opening(OF_BOTH, "USD")));
            accepted(banku.command("/api/v1/accounts", "2", opening("WEB-1", "EUR")));
            accepted(banku.command("/api/v1/accounts", "5", opening("WEB-2", "EUR")));
            accepted(banku.command("/api/v1/accounts/WEB-1/deposits", "3", euros("70.00", "")));
            List<NightRow> night = new ArrayList<>(NightRow.all());
            Collections.shuffle(night, random);

            for (NightRow row : night) {
                banku.drop(row.file(), row.as());
                await().atMost(PATIENCE).until(() -> isSettled(banku, row));
                anything(banku, random);
            }
            accepted(banku.command("/api/v1/accounts/WEB-1/transfers", "4", euros("20.00", ",\"to\":\"WEB-2\"")));
            theSameBalances(servers, accounts);
            assertThat(view(accounts)).hasSizeGreaterThan(200);

            List<String> held = held(banku);
            assertThat(held).hasSizeGreaterThan(2);
            Collections.shuffle(held, random);
            for (String batch : held) {
                release(banku, batch);
                anything(banku, random);
            }
            theSameBalances(servers, accounts);
            assertThat(PublishedEvent.all(servers.connection()))
                    .filteredOn(event -> event.headers().get("ce_type").equals("CommandDeclined"))
                    .isNotEmpty();

            accounts.all().keySet().forEach(accounts::spoil); // so that only what is rebuilt is the same
            assertThat(banku.post("/api/v1/view/rebuilds", "{}").status()).isEqualTo(202);
            theSameBalances(servers, accounts);
        }
    }

    private void theSameBalances(Servers servers, AccountsInRedis accounts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(servers)).containsExactlyElementsOf(view(accounts)));
    }

    /** Commands that are carried out or declined, as it comes: of accounts of the API, of the mainframe and of nobody. */
    private static void anything(RunningBanku banku, Random random) {
        for (int i = 0; i < 3; i++) {
            String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            String other = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            String amount = random.nextInt(100) + ".50";
            String path = "/api/v1/accounts/" + account;
            String key = Long.toString(random.nextLong());
            Answer answer = switch (random.nextInt(3)) {
                case 0 -> banku.command(path + "/deposits", key, euros(amount, ""));
                case 1 -> banku.command(path + "/withdrawals", key, euros("900" + amount, ""));
                default -> banku.command(path + "/transfers", key, euros(amount, ",\"to\":\"" + other + "\""));
            };
            assertThat(answer.status()).as(answer.response().body()).isIn(201, 422);
        }
    }

    private static List<String> held(RunningBanku banku) {
        List<String> held = new ArrayList<>();
        banku.get("/api/v1/batches?state=held")
                .body()
                .get("items")
                .forEach(batch -> held.add(batch.get("id").asText()));
        return held;
    }

    /** As often as it is held, each time for what was found by then; despite a batch that it may repeat, where it may. */
    private static void release(RunningBanku banku, String id) {
        String path = "/api/v1/batches/" + id;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            JsonNode batch = banku.get(path).body();
            if (batch.get("state").asText().equals("held")) {
                String other = batch.path("conflicts").path(0).asText();
                String despite = other.isEmpty() ? "" : ",\"despite\":\"" + other + "\"";
                String decision = "{\"action\":\"release\",\"reason\":\"it is right\"" + despite + "}";
                assertThat(banku.post(path + "/actions", decision).status()).isIn(202, 409);
            }
            return batch.get("state").asText().equals("sealed");
        });
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

    private List<String> told(Servers servers) throws Exception {
        Told told = run("node", "balances.mjs", servers.connection().bootstrapServers());
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

    private static Told run(String... command) throws Exception {
        Path told = Files.createTempFile(reader, "told", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(reader.toFile())
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Told(process.waitFor(), Files.readString(told));
    }
}
