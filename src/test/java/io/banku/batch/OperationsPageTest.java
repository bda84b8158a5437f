package io.banku.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.docs.Page;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operators' page knows every reason for which a batch waits for them, and every state that a folder may be in. */
class OperationsPageTest {
    private static final Page PAGE = Page.of("docs/operations.md");

    @Test
    void everyReasonToHoldABatchHasItsDecision() {
        assertThat(firstColumn("Deciding", "`([a-z-]+)`"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(HoldReason.values()).map(HoldReason::text).toList());
    }

    @Test
    void everyStateHasItsDirectory() {
        List<String> listed = firstColumn("Where files lie", "`(\\w+)/[^`]*`");

        assertThat(Arrays.stream(BatchState.values())
                        .map(state -> state == BatchState.SEALED ? "archive" : state.text()))
                .isSubsetOf(listed);
    }

    private static List<String> firstColumn(String section, String form) {
        return Pattern.compile("(?m)^\\| " + form + " \\|")
                .matcher(PAGE.section(section).text())
                .results()
                .map(row -> row.group(1))
                .toList();
    }
}
