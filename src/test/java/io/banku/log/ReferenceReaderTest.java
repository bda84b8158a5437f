package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.account.Account;
import io.banku.account.Fold;
import io.banku.account.LogEntry;
import io.banku.account.RandomEvents;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader in another language, which shares nothing with the program, folds random logs to the same accounts. */
@Tag("ecosystem")
class ReferenceReaderTest {
    private static final int LOGS = 1_000;

    @TempDir
    Path folder;

    @Test
    void aReaderInAnotherLanguageFoldsRandomLogsToTheSameAccounts() throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "examples/fold-events/check.mjs"));
        for (int seed = 0; seed < LOGS; seed++) {
            command.add(log(seed).toString());
        }

        Told told = run(command);

        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text()).contains(LOGS + " of " + LOGS + " as expected");
    }

    private Path log(int seed) throws IOException {
        Account account = Account.unknown("0000004711");
        StringBuilder lines = new StringBuilder();
        for (LogEntry random : new RandomEvents(seed).log(60, List.of(account.id()))) {
            if (FoldingCase.isToldByItsValue(random)) {
                ObjectNode event = FoldingCase.event(random);
                account = Fold.apply(account, FoldingCase.entry(event));
                lines.append("{\"event\":").append(event).append("}\n");
            }
        }
        lines.append("{\"account\":").append(FoldingCase.document(account)).append("}\n");
        byte[] replaced = Records.bytes(lines.toString()); // half a surrogate pair, which only the program itself keeps
        return Files.write(folder.resolve(seed + ".jsonl"), replaced);
    }

    private record Told(int exit, String text) {}

    private static Told run(List<String> command) throws IOException, InterruptedException {
        File told = File.createTempFile("told", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(told)
                    .start();
            return new Told(process.waitFor(), Files.readString(told.toPath()));
        } finally {
            Files.delete(told.toPath());
        }
    }
}
