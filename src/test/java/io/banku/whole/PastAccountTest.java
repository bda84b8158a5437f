package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.banku.account.Event;
import io.banku.account.Event.AccountOpened;
import io.banku.account.Event.MoneyDeposited;
import io.banku.account.Event.MoneyWithdrawn;
import io.banku.account.Money;
import io.banku.account.Origin.FromBatch;
import io.banku.account.RecordedEvent;
import io.banku.log.EventLog;
import io.banku.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account as its events up to a time have made it, with and without a view. */
class PastAccountTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String CLARA = "0000004711";
    private static final String PATH = "/api/v1/accounts/" + CLARA;

    @TempDir
    static Path folder;

    private static Servers servers;
    private static RunningBanku banku;
    private static int written;

    @BeforeAll
    static void aLogOfFourDays() throws Exception {
        servers = Servers.start(folder);
        try (EventLog log = EventLog.open(servers.connection(), "days", Servers.TOPICS)) {
            log.begin();
            append(log, new AccountOpened(CLARA, EUR, "CLARA", null), "2026-01-01T08:00:00Z");
            append(log, new MoneyDeposited(CLARA, eur("100.00"), null, null, null), "2026-01-02T08:00:00Z");
            for (int i = 0; i < 1_000; i++) {
                append(log, new MoneyDeposited("other-" + i, eur("7.00"), null, null, null), "2026-01-02T08:00:01Z");
            }
            append(log, new MoneyWithdrawn(CLARA, eur("30.00"), null, null, null), "2026-01-04T08:00:00.5Z");
            log.commit();
            log.begin();
            append(
                    log,
                    new MoneyDeposited(CLARA, eur("0.05"), null, null, null),
                    "2026-01-03T08:00:00Z"); // its clock is behind
            log.commit();
        }
        banku = RunningBanku.start(servers, Map.of(Setting.ROLES, "queries,projection"));
    }

    @AfterAll
    static void stopTheProgram() {
        banku.close();
        servers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T08:00:00Z,         1, 0.00",
        "2026-01-02T07:59:59.999Z,     1, 0.00",
        "2026-01-02T08:00Z,            2, 100.00",
        "2026-01-02T09:00%2B01:00,     2, 100.00",
        "2026-01-03T12:00Z,            3, 100.05",
        "2026-01-04T08:00:00Z,         3, 100.05",
        "2026-01-04T08:00:00.5Z,       4, 70.05"
    })
    void anAccountIsFoldedFromAllItsEventsUpToATime(String time, int version, String balance) {
        Answer answer = banku.get(PATH + "?asOf=" + time);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("version").asInt()).isEqualTo(version);
        assertThat(answer.body().get("balance").get("amount").asText()).isEqualTo(balance);
        assertThat(answer.body().get("asOf").asText()).startsWith("2026-01-0").endsWith("Z");
    }

    @Test
    void asOfNowItIsWhatTheViewHas() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> banku.get(PATH).status() == 200
                        && banku.get(PATH).body().get("version").asInt() == 4);
        String now = Instant.now().toString();

        var past = banku.get(PATH + "?asOf=" + now).body();
        var present = banku.get(PATH).body();

        for (String field :
                new String[] {"account", "status", "holder", "balance", "available", "version", "updatedAt"}) {
            assertThat(past.get(field)).as(field).isEqualTo(present.get(field));
        }
    }

    @Test
    void beforeItsFirstEventThereIsNoSuchAccount() {
        Answer answer = banku.get(PATH + "?asOf=2025-12-31T23:59Z");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("detail").asText()).contains("up to 2025-12-31T23:59:00Z", "by then");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-01-02", "2026-01-02T08:00", "2026-01-02T09:00+01:00", "2999-01-01T00:00Z", ""
            })
    void whatIsNoTimeOfThePastIsRefused(String time) {
        Answer answer = banku.get(PATH + "?asOf=" + time);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText())
                .contains("parameter asOf: expected a time with Z or an offset, not later than", "%2B");
        assertThat(answer.body().get("errors").get(0).get("parameter").asText()).isEqualTo("asOf");
    }

    private static void append(EventLog log, Event event, String time) throws Exception {
        written++;
        var origin = new FromBatch("days", "of-this-test", written);
        log.append(new RecordedEvent("of-this-test/" + written + "/0", event, origin, Instant.parse(time)));
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }
}
