package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Account;
import io.banku.account.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program folds as {@code docs/events/folding/} promises: each file is events in, and the account out. */
class FoldingCasesTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs", "events", "folding"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProgramFoldsTheCase(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Account account = Account.unknown("0000004711");

        for (String line : lines.subList(1, lines.size() - 1)) {
            account =
                    Fold.apply(account, FoldingCase.entry(JACKSON.readTree(line).get("event")));
        }

        JsonNode expected = JACKSON.readTree(lines.get(lines.size() - 1)).get("account");
        assertThat(FoldingCase.document(account)).isEqualTo(expected);
    }
}
