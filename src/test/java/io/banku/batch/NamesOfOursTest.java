package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mainframe calls its files as we call what we lay beside them: nothing of it is written over, and nothing mixed up. */
@Tag("long")
class NamesOfOursTest extends DayFeedTest {
    private static final DayFile FRIDAY = DayFile.of("20261120", 7, 120).withBadAmount(5);

    @ParameterizedTest
    @CsvSource({
        "report.json,         banku-report.json, banku-rejects.jsonl, banku-definition",
        "rejects.jsonl,       banku-report.json, banku-rejects.jsonl, banku-definition",
        "definition,          banku-report.json, banku-rejects.jsonl, banku-definition",
        "banku-report.json,   report.json,       rejects.jsonl,       definition",
    })
    void aFileIsSealedBesideItsReportItsRejectsAndItsDefinition(
            String name, String report, String rejects, String definition) throws Exception {
        feed(name).start();

        feed.arrives(name, FRIDAY.text());

        Batch sealed = feed.awaits(name, BatchState.SEALED);
        assertThat(feed.published(sealed)).hasSize(119);
        Path home = feed.folderOf(sealed);
        assertThat(home.resolve(name)).hasContent(FRIDAY.text());
        assertThat(home.resolve(report)).content().contains(sealed.id());
        assertThat(home.resolve(rejects)).content().contains("BNK-2005").hasLineCount(1);
        assertThat(home.resolve(definition).resolve(feed.name()).resolve("feed.yaml"))
                .exists();
        assertThat(home).isDirectoryContaining("glob:**").satisfies(each -> {
            try (var files = Files.list(each)) {
                assertThat(files).hasSize(4);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"definition", "banku-report.json"})
    void aDuplicateIsPutAsideAndListedByItsName(String name) throws Exception {
        feed(name).start();
        feed.arrives(name, FRIDAY.text());
        Batch sealed = feed.awaits(name, BatchState.SEALED);

        feed.arrives(name, FRIDAY.text());

        FilesApart apart = new FilesApart(Directories.of(feed.data()));
        await().atMost(DayFeed.PATIENCE)
                .untilAsserted(() -> assertThat(
                                apart.page(FilesApart.Kind.DUPLICATE, null, 10).items())
                        .singleElement()
                        .satisfies(found -> {
                            assertThat(found.file()).isEqualTo(name);
                            assertThat(found.note()).containsEntry("duplicateOf", sealed.id());
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "report.json,       banku-report.json",
        "banku-report.json, report.json",
        "report.json,       banku-report.json.part",
        "rejects.jsonl,     banku-report.json",
        "DAY.A,             report.json",
        "DAY.A,             report.json.part",
    })
    void whatACrashLeftBesideAnArrivedFileIsNotTakenForIt(String name, String left) throws Exception {
        feed(name);
        Path arrival = Files.createDirectories(
                feed.data().resolve("arrived").resolve(feed.name()).resolve("20261120T000000.000-00000001"));
        Files.writeString(arrival.resolve(name), FRIDAY.text());
        Files.writeString(
                arrival.resolve(left), left.endsWith(".part") ? "{" : "{\"id\": \"1\", \"file\": \"" + name + "\"}");

        feed.start();

        assertThat(feed.published(feed.awaits(name, BatchState.SEALED))).hasSize(119);
    }

    @Test
    void aReportThatAPowerCutEmptiedIsNotTakenForTheFile() throws Exception {
        feed("DAY.A");
        Path arrival = Files.createDirectories(
                feed.data().resolve("arrived").resolve(feed.name()).resolve("20261120T000000.000-00000001"));
        Files.writeString(arrival.resolve("DAY.A"), FRIDAY.text());
        Files.writeString(arrival.resolve("report.json"), "");

        feed.start();

        feed.awaits("DAY.A", BatchState.SEALED);
    }

    private DayFeed feed(String name) throws Exception {
        feed = DayFeed.withoutControls(servers, folder, "rejects: { tolerate: 1 }\n");
        feed.redefine("DAY.{date:yyyyMMdd}.*", name);
        return feed;
    }
}
