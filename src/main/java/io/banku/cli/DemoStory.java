package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banku.batch.Batch;
import io.banku.batch.Finding;
import io.banku.feed.ControlRow;
import io.banku.settings.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Help.ColorScheme;

/** Drops the sample nights one file after the other, tells what becomes of each, and compares that with the manifest. */
final class DemoStory {
    private static final int SHOWN_ACCOUNTS = 6;

    private final Night night;
    private final PrintWriter out;
    private final ColorScheme colours;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> surprises = new ArrayList<>();

    DemoStory(Night night, PrintWriter out, ColorScheme colours) {
        this.night = night;
        this.out = out;
        this.colours = colours;
    }

    /** @return whether everything was as the manifest says */
    boolean tell(Sandbox sandbox, NightWatch watch) throws IOException, InterruptedException {
        Path inbox = sandbox.settings().get(Setting.INBOX);
        for (Night.Drop drop : night.drops()) {
            Path writing = inbox.resolve(drop.as() + ".tmp");
            Files.copy(drop.file(), writing, StandardCopyOption.REPLACE_EXISTING);
            Files.move(writing, inbox.resolve(drop.as()));
            NightWatch.Outcome outcome = watch.next(drop.as());
            show(drop, outcome);
            compare(drop, outcome);
        }
        sandbox.awaitProjected();
        accounts(api(sandbox));
        surprises.addAll(new DemoMoney(api(sandbox), out).tell());
        surprises.forEach(surprise -> out.println(colours.errorText("NOT AS EXPECTED:") + " " + surprise));
        out.println(surprises.isEmpty() ? "\nEverything was as it should be." : "");
        out.flush();
        return surprises.isEmpty();
    }

    private void show(Night.Drop drop, NightWatch.Outcome outcome) {
        Batch batch = outcome.batch();
        StringBuilder line = new StringBuilder(String.format("%-17s %-11s", drop.as(), outcome.state()));
        if (batch != null && batch.counts().read() > 0) {
            var counts = batch.counts();
            line.append(String.format(
                    "%,6d read = %,d published + %,d rejected + %,d skipped",
                    counts.read(), counts.published(), counts.rejected(), counts.skipped()));
        }
        if (outcome.state().equals("sealed")) {
            long millis =
                    Math.max(1, batch.durations().checking() + batch.durations().publishing());
            line.append(String.format(
                    "; %s; %,d events, %,d/s",
                    controls(batch), batch.counts().events(), batch.counts().events() * 1000 / millis));
        }
        out.println(line);
        for (Finding finding : outcome.findings()) {
            out.println("    " + finding);
        }
        if (batch != null && !outcome.state().equals("sealed")) {
            batch.rejects().forEach(reject -> out.println("    " + reject));
        }
        out.flush();
    }

    private static String controls(Batch batch) {
        long closed = batch.controls().stream()
                .filter(row -> row.state() == ControlRow.State.CLOSED)
                .count();
        return batch.controls().isEmpty()
                ? "no controls"
                : closed + " of " + batch.controls().size() + " controls close";
    }

    private void compare(Night.Drop drop, NightWatch.Outcome outcome) {
        expect(drop.as(), drop.outcome(), outcome.state());
        if (outcome.state().equals("sealed")) {
            var counts = outcome.batch().counts();
            expect(drop.as() + ": read", drop.read(), Long.toString(counts.read()));
            expect(drop.as() + ": published", drop.published(), Long.toString(counts.published()));
            expect(drop.as() + ": rejected", drop.rejected(), Long.toString(counts.rejected()));
            expect(drop.as() + ": skipped", drop.skipped(), Long.toString(counts.skipped()));
            expect(drop.as() + ": events", drop.events(), Long.toString(counts.events()));
        }
    }

    private void accounts(URI api) throws IOException, InterruptedException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        List<JsonNode> shown = new ArrayList<>();
        int count = 0;
        out.println();
        for (Night.Balance expected : night.balances()) {
            JsonNode account = account(api, expected.account());
            String balance = account.at("/balance/amount").asText();
            expect("balance of " + expected.account(), expected.balance(), balance);
            expect(
                    "mainframe balance of " + expected.account(),
                    expected.mainframeBalance(),
                    account.at("/mainframeBalance/amount").asText());
            sums.merge(account.at("/currency").asText(), new BigDecimal(balance), BigDecimal::add);
            account.at("/breaks")
                    .forEach(found -> out.println("Break: account " + expected.account()
                            + ": the master of " + found.at("/asOf").asText() + " says "
                            + found.at("/expected/amount").asText() + ", the facts add up to "
                            + found.at("/found/amount").asText() + " "
                            + found.at("/found/currency").asText()));
            if (count++ % 50 == 0 && shown.size() < SHOWN_ACCOUNTS) {
                shown.add(account);
            }
        }
        out.println("\nSome of " + count + " accounts:");
        shown.forEach(account -> out.println(String.format(
                "  %s  %-24s %-8s %14s %s  version %d",
                account.at("/account").asText(),
                account.at("/holder").asText(),
                account.at("/status").asText(),
                account.at("/balance/amount").asText(),
                account.at("/currency").asText(),
                account.at("/version").asLong())));
        out.println("All balances: " + sums);
    }

    private void expect(String what, String expected, String found) {
        if (!expected.equals(found)) {
            surprises.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private JsonNode account(URI api, String id) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("accounts/" + id)).build();
        return JsonMapper.builder()
                .build()
                .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
    }

    /** What a person can do now. */
    void invite(Sandbox sandbox) {
        out.println("Serving until Ctrl-C. Try:");
        out.println("  curl " + api(sandbox) + "accounts/0000004711");
        out.println("  curl " + api(sandbox) + "batches");
        out.println("  kcat -b " + sandbox.settings().shown(Setting.KAFKA_BOOTSTRAP_SERVERS)
                + " -C -t banku.events -o beginning -e -q");
        out.println("  redis-cli -u " + sandbox.settings().shown(Setting.REDIS_URI)
                + " --scan --pattern 'banku:*:account:*'");
        out.println("  cp YOUR.FILE " + sandbox.settings().shown(Setting.INBOX));
    }

    private static URI api(Sandbox sandbox) {
        return URI.create("http://" + sandbox.settings().shown(Setting.HTTP_HOST) + ":"
                + sandbox.settings().shown(Setting.HTTP_PORT) + "/api/v1/");
    }
}
