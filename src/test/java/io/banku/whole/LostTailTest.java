package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.account.Command;
import io.banku.account.Command.Deposit;
import io.banku.account.Command.OpenAccount;
import io.banku.account.Command.Withdraw;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.log.EventLog;
import io.banku.log.LogTopic;
import io.banku.log.TopicReader;
import io.banku.view.RedisView;
import io.banku.view.SlotState;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition of the events comes back from an older copy, without its last records: nothing is certain any more. */
@Tag("long")
class LostTailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String ACCOUNT = "0000000003";
    private static final String PATH = "/api/v1/accounts/" + ACCOUNT;
    private static final int PARTITION = EventLog.partition(ACCOUNT, Servers.PARTITIONS);

    /** The projection says that records are gone, a decider that appended in their place says that there were others. */
    private static final String WHICH_OFFSETS = "offsets \\d+ to \\d+ (are gone|were others before)";

    @TempDir
    Path folder;

    private Servers servers;
    private RedisView view;
    private int deposits;
    /** Where the view stood when nothing was lost yet. */
    private SlotState whole;

    @BeforeEach
    void startServers() {
        servers = Servers.start(folder);
        view = RedisView.connect(servers.redisUri());
    }

    @AfterEach
    void stopServers() {
        view.close();
        servers.close();
    }

    @Test
    void nothingIsAppliedDecidedOrShownUntilTheViewIsRebuiltAlsoWhenTheLogHasGrownAgain() throws Exception {
        loseTail();
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitLost(banku);
            send("c-new", new Withdraw(ACCOUNT, eur(10), null, null));
        }
        deposit(30);

        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitLost(banku);
            assertThat(banku.get(PATH).status()).isEqualTo(503);
            assertThat(banku.get(PATH).body().get("type").asText()).isEqualTo("/problems/log-lost");
            assertThat(banku.get(PATH).body().get("detail").asText()).containsPattern(WHICH_OFFSETS);
            assertThat(banku.get(PATH + "/commands/c-lost").status()).isEqualTo(503);
            assertThat(banku.get(PATH + "?asOf=" + Instant.now().minusSeconds(1))
                            .status())
                    .isEqualTo(503);
            Answer taken = banku.command(PATH + "/deposits", "k-5", "{\"amount\":\"5.00\",\"currency\":\"EUR\"}");
            assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
            String outcomeOfTaken = taken.header("Location");
            assertThat(banku.get(outcomeOfTaken).body().get("type").asText()).isEqualTo("/problems/log-lost");
            assertThat(has("c-new")).isFalse();
            assertThat(banku.get("/api/v1/view").body().get("partitions").findValuesAsText("state"))
                    .contains("log-lost");

            rebuild(banku);

            awaitOutcome("c-new");
            awaitOutcome("c-lost");
            await().atMost(PATIENCE).until(() -> banku.get(outcomeOfTaken).status() == 200);
            assertThat(balance(banku))
                    .as("100, less 60, less 10, and 30 facts, and the 5 taken in meanwhile")
                    .isEqualTo("65.00");
            await().atMost(PATIENCE)
                    .until(() ->
                            banku.getFromManagement("/observe/health/ready").status() == 200);
        }
    }

    @Test
    void aLogThatWasFilledUpAgainBeforeAnybodyLookedIsFoundOutByItsEpochs() throws Exception {
        long stood = loseTail();
        while (end() < stood + 5) {
            deposit(1);
        }

        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitLost(banku);
            assertThat(banku.get(PATH).status()).isEqualTo(503);
            assertThat(view.position(PARTITION)).isEqualTo(stood);

            rebuild(banku);

            awaitOutcome("c-lost");
            assertThat(balance(banku)).isEqualTo("%d.00".formatted(40 + deposits));
        }
    }

    /** The view stands where the log does; only an account is ahead, by a withdrawal that the log has lost. */
    @Test
    void whatAnApplyThatWasCutOffHadTakenIsAskedForBeforeTheViewGetsThere() throws Exception {
        loseTail();
        SlotState reached = view.rebuild().state(PARTITION);
        tear(reached);
        while (end() < reached.position() + 5) {
            deposit(1);
        }

        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitLost(banku);
            assertThat(banku.get(PATH).status()).isEqualTo(503);

            rebuild(banku);

            awaitOutcome("c-lost");
            assertThat(balance(banku)).isEqualTo("%d.00".formatted(40 + deposits));
        }
    }

    /** Nothing came after that, so the view never gets there. */
    @Test
    void whatAnApplyThatWasCutOffHadTakenIsMissedWhereTheLogEndsBeforeIt() throws Exception {
        loseTail();
        tear(view.rebuild().state(PARTITION));

        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            awaitLost(banku);
        }
    }

    /** As if the last apply had written its accounts, and the position not any more. */
    private void tear(SlotState reached) {
        try (RedisClient client = RedisClient.create(servers.redisUri())) {
            client.connect()
                    .sync()
                    .hset(
                            "banku:{%d}:position".formatted(PARTITION),
                            Map.of(
                                    "position", Long.toString(whole.position()),
                                    "epoch", whole.epoch().toString(),
                                    "torn", Long.toString(reached.position()),
                                    "tornEpoch", reached.epoch().toString()));
        }
    }

    @Test
    void aRunningProcessFindsItOut() throws Exception {
        Path copy = folder.resolve("copy");
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            open();
            servers.restartKafka(kafka -> copy(partitionIn(kafka), copy));
            send("c-lost", new Withdraw(ACCOUNT, eur(60), null, null));
            awaitOutcome("c-lost");

            servers.restartKafka(kafka -> restore(copy, partitionIn(kafka)));

            awaitLost(banku);
            assertThat(banku.get(PATH).status()).isEqualTo(503);
        }
    }

    /** @return where the view stands, which has what the log does not have any more */
    private long loseTail() throws Exception {
        Path copy = folder.resolve("copy");
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            open();
            assertThat(balance(banku)).isEqualTo("100.00");
            await().atMost(PATIENCE).until(() -> view.position(PARTITION) >= end());
        }
        whole = view.rebuild().state(PARTITION);
        servers.restartKafka(kafka -> copy(partitionIn(kafka), copy));
        try (RunningBanku banku = RunningBanku.start(servers, Map.of())) {
            SettledDeciders.awaitOf(servers, 1);
            send("c-lost", new Withdraw(ACCOUNT, eur(60), null, null));
            awaitOutcome("c-lost");
            assertThat(balance(banku)).isEqualTo("40.00");
            await().atMost(PATIENCE).until(() -> view.position(PARTITION) >= end());
        }
        long stood = view.position(PARTITION);
        servers.restartKafka(kafka -> restore(copy, partitionIn(kafka)));
        return stood;
    }

    private void open() throws Exception {
        send("c-open", new OpenAccount(ACCOUNT, EUR, null));
        send("c-in", new Deposit(ACCOUNT, eur(100), null, null));
        awaitOutcome("c-in");
    }

    private void send(String id, Command command) throws Exception {
        try (CommandWriter commands = new CommandWriter(servers)) {
            commands.send(id, command);
            commands.flush();
        }
    }

    /** Facts of one euro each. */
    private void deposit(int times) throws Exception {
        try (EventLog log = EventLog.open(servers.connection(), "facts", Servers.TOPICS)) {
            log.begin();
            for (int i = 0; i < times; i++) {
                deposits++;
                var fact = new MoneyDeposited(ACCOUNT, eur(1), null, null, null);
                var origin = new FromBatch("facts", "f", deposits);
                log.append(new RecordedEvent("f/" + deposits + "/0", fact, origin, Instant.now()));
            }
            log.commit();
        }
    }

    private long end() {
        return TopicReader.bounds(servers.connection(), LogTopic.EVENTS)
                .get(PARTITION)
                .end();
    }

    private static void awaitLost(RunningBanku banku) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(banku.getFromManagement("/observe/health/ready")
                                .response()
                                .body())
                        .contains("BNK-5010 the log has lost something of what the view has")
                        .containsPattern(WHICH_OFFSETS));
    }

    private void rebuild(RunningBanku banku) {
        assertThat(banku.post("/api/v1/view/rebuilds", "{\"partitions\": [" + PARTITION + "]}")
                        .status())
                .isEqualTo(202);
    }

    private static String balance(RunningBanku banku) {
        await().atMost(PATIENCE).until(() -> banku.get(PATH).status() == 200);
        return banku.get(PATH).body().get("balance").get("amount").asText();
    }

    private boolean has(String id) {
        return !view.find(PARTITION, Set.of(id)).isEmpty();
    }

    private void awaitOutcome(String id) {
        await().atMost(PATIENCE).until(() -> has(id));
    }

    private static Path partitionIn(Path kafka) {
        return kafka.resolve("banku.events-" + PARTITION);
    }

    private static void restore(Path copy, Path partition) {
        try (Stream<Path> files = Files.list(partition)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        copy(copy, partition);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Money eur(int amount) {
        return new Money(amount * 100L, EUR);
    }
}
