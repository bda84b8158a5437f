package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodoTest {
    @TempDir
    Path directory;

    @Test
    void eachTodoIsToldWhereItStandsAndNothingThatFollowsFromIt() {
        FeedFolder folder = new FeedFolder(directory, "deposits")
                .with("R.cpy", " 01 R.\n 05 A PIC 9(4).\n")
                .with("feed.yaml", """
                        feed: deposits
                        input: { files: F*, copybook: R.cpy, encoding: us-ascii, framing: lines, timezone: TODO }
                        records:
                          all: { event: TODO, key: A, data: { amount: A | money 'TODO' } }
                        private: [TODO]
                        """);

        assertThat(folder.faults())
                .hasSize(4)
                .allMatch(fault -> fault.contains("BNK-3037"))
                .anyMatch(fault -> fault.startsWith("feed.yaml:2:84: BNK-3037 expected 'timezone' decided"))
                .anyMatch(fault -> fault.startsWith("feed.yaml:4:17: BNK-3037 expected 'event' decided"))
                .anyMatch(fault -> fault.startsWith("feed.yaml:4:58: BNK-3037 expected 'amount' decided"))
                .anyMatch(fault -> fault.startsWith("feed.yaml:5:11: BNK-3037 expected 'private' decided"));
    }

    @Test
    void aFieldThatIsCalledSoIsWrittenInLowerCase() {
        FeedFolder folder = new FeedFolder(directory, "deposits")
                .with("R.cpy", " 01 R.\n 05 TODO-NO PIC 9(4).\n 05 MY-TODO PIC 9(4).\n")
                .with("feed.yaml", """
                        feed: deposits
                        input: { files: F*, copybook: R.cpy, encoding: us-ascii, framing: lines }
                        records:
                          all: { event: MoneyDeposited, key: todo-no, data: { amount: MY-TODO | money 'EUR' } }
                        """);

        assertThat(folder.faults()).isEmpty();
    }
}
