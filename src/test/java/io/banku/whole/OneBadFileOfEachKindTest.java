package io.banku.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of five feeds with one bad file of each kind: every other file is sealed, and each bad one is told with a code. */
@Tag("long")
class OneBadFileOfEachKindTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String GOOD = "D000000471100000012500\n";

    @TempDir
    Path folder;

    @Test
    void allOtherFilesAreSealedAndEachBadOneIsTold() throws Exception {
        for (int number = 1; number <= 5; number++) {
            feed(number);
        }
        Path data = Files.createDirectories(folder.resolve("data"));
        Path strange = data.resolve("arrived/f2/20261120T000000.000-00000001");
        Path link = Files.createDirectories(data.resolve("arrived/f3/20261120T000000.000-00000002"));
        Files.createSymbolicLink(link.resolve("F3.LINK"), folder.resolve("nowhere"));
        Files.createDirectories(strange.getParent());
        Files.writeString(strange, "a file where a folder belongs");
        try (Servers servers = Servers.start(folder);
                RunningBanku banku = RunningBanku.start(
                        servers, Map.of(Setting.FEEDS, folder.resolve("feeds").toString()))) {
            Path inbox = folder.resolve("data/inbox");
            String longName = "F1." + "x".repeat(252);
            badFiles(inbox);
            drop(inbox, longName, GOOD);
            drop(inbox, "F4.BIG", GOOD + "D" + "9".repeat(60_000) + "\n" + GOOD);
            for (int number = 1; number <= 5; number++) {
                drop(inbox, "F" + number + ".GOOD.A", GOOD + GOOD);
                drop(inbox, "F" + number + ".GOOD.B", GOOD + GOOD.replace("4711", "4811"));
            }

            List<String> good = IntStream.rangeClosed(1, 5)
                    .boxed()
                    .flatMap(number -> Stream.of("F" + number + ".GOOD.A", "F" + number + ".GOOD.B"))
                    .toList();
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(sealed(banku)).containsAll(good).contains(longName, "F4.BIG");
                assertThat(codes(
                                banku.get("/api/v1/files?kind=unclaimed").body().path("items"), "/note/finding/code"))
                        .contains("BNK-4010", "BNK-4051", "BNK-4053")
                        .hasSize(5);
                assertThat(codes(banku.get("/api/v1/batches").body().path("standing"), "/code"))
                        .contains("BNK-4052", "BNK-4054", "BNK-4058");
            });
            assertThat(banku.getFromManagement("/observe/health/ready?data=true&exposureLevel=full")
                            .response()
                            .body())
                    .contains("BNK-4052", "BNK-4054", "BNK-4058");
            assertThat(banku.getFromManagement("/observe/metrics").response().body())
                    .contains("banku_standing{code=\"BNK-4058\",feed=\"f5\",where=\"inbox\"}");
        }
    }

    private void badFiles(Path inbox) throws Exception {
        Files.createSymbolicLink(inbox.resolve("F1.LINK"), Files.writeString(folder.resolve("precious"), GOOD));
        Files.createDirectory(inbox.resolve("F2.DIRECTORY"));
        run("mkfifo", inbox.resolve("F3.PIPE").toString());
        run("sh", "-c", "cd \"$0\" && printf x > \"$(printf 'F4.\\351')\"", inbox.toString());
        drop(inbox, "report.json", "the mainframe's");
        Files.writeString(inbox.resolve("F5.NEVER.DONE.GOOD"), GOOD);
    }

    /** The fifth feed's files have a done file. */
    private void drop(Path inbox, String name, String text) throws IOException {
        Path partial = Files.writeString(inbox.resolve(name.substring(0, Math.min(40, name.length())) + ".part"), text);
        Files.move(partial, inbox.resolve(name));
        if (name.startsWith("F5")) {
            Files.writeString(inbox.resolve(name + ".done"), "");
        }
    }

    private static List<String> sealed(RunningBanku banku) {
        JsonNode items =
                banku.get("/api/v1/batches?state=sealed&limit=500").body().path("items");
        return codes(items, "/file");
    }

    private static List<String> codes(JsonNode items, String pointer) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at(pointer).asText())
                .toList();
    }

    private void feed(int number) throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feeds/f" + number));
        Files.writeString(feed.resolve("LINE.cpy"), """
                       01  LINE-RECORD.
                           05  L-TYPE    PIC X.
                           05  L-ACCT    PIC 9(10).
                           05  L-AMOUNT  PIC 9(09)V99.
                """);
        Files.writeString(feed.resolve("feed.yaml"), """
                feed: f%1$d
                input:
                  files:    "F%1$d.*"
                  ready:    %2$s
                  copybook: LINE.cpy
                  encoding: us-ascii
                  framing:  lines
                rejects: { tolerate: 10 }
                records:
                  deposited: { when: L-TYPE = 'D', event: MoneyDeposited, key: L-ACCT, data: { amount: L-AMOUNT | money 'EUR' } }
                """.formatted(number, number == 5 ? "done-file" : "rename"));
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
