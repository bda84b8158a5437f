package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.feed.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rejects of a check, page by page; where there are too many the last line says so. */
class RejectsFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aBatchesFile() {
        file = folder.resolve("DAY.A");
    }

    @Test
    void asManyAsThereMayBeAreAllThere() throws IOException {
        assertThat(written(5, 5)).isEmpty();

        RejectsFile.Page page = new RejectsFile(file).page(0, 100);
        assertThat(page.rejects()).hasSize(5).noneMatch(line -> line.contains("BNK-4042"));
        assertThat(page.next()).isEqualTo(-1);
    }

    @Test
    void ofMoreTheLastLineSaysWhereTheOthersBegin() throws IOException {
        Finding cut = written(9, 5).orElseThrow();

        assertThat(cut.toString())
                .startsWith("BNK-4042 expected at most 5 rejects to be listed in rejects.jsonl, found 9: those from"
                        + " record 6 on are left out there");
        assertThat(new RejectsFile(file).page(0, 100).rejects())
                .hasSize(6)
                .last()
                .asString()
                .contains("\"record\":6", "\"fileOffset\":60", "\"code\":\"BNK-4042\"", "found 9");
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() throws IOException {
        written(9, 5);

        List<String> all = new ArrayList<>();
        RejectsFile rejects = new RejectsFile(file);
        for (long next = 0; next >= 0; ) {
            RejectsFile.Page page = rejects.page(next, 2);
            assertThat(page.rejects()).hasSize(2);
            all.addAll(page.rejects());
            next = page.next();
        }
        assertThat(all).isEqualTo(Files.readAllLines(folder.resolve("rejects.jsonl")));
        assertThatThrownBy(() -> rejects.page(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a place where a line begins, found 3");
    }

    @Test
    void aCheckThatWasCutOffLeavesWhatTheOneBeforeFound() throws IOException {
        written(2, 5);
        try (RejectsFile interrupted = new RejectsFile(file, 5)) {
            interrupted.accept(reject(1));
        }

        assertThat(new RejectsFile(file).page(0, 100).rejects()).hasSize(2);
        assertThat(written(0, 5)).isEmpty();
        assertThat(folder.resolve("rejects.jsonl")).doesNotExist();
    }

    private Optional<Finding> written(int rejects, int most) throws IOException {
        try (RejectsFile into = new RejectsFile(file, most)) {
            for (int record = 1; record <= rejects; record++) {
                into.accept(reject(record));
            }
            return into.complete();
        }
    }

    private static Reject reject(long record) {
        return new Reject(
                record, record * 10, "BNK-3001", null, null, -1, null, null, "unknown record type", new byte[10]);
    }
}
