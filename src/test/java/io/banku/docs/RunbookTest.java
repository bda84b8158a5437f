package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is called by an alert, or reads a code, finds what to do. */
class RunbookTest {
    private static final Pattern ALERT = Pattern.compile("(?m)^ {6}- alert: (\\w+)$");
    private static final Pattern PAGE = Pattern.compile("(?m)^ {10}page: (\\S+)$");
    private static final Pattern ENTRY = Pattern.compile("(?ms)^### (\\w+)$(.*?)(?=^##|\\z)");
    private static final Pattern NIGHT_CODE = Pattern.compile("(?m)^\\| (BNK-[4569]\\d{3}) \\|");
    private static final Pattern INDEXED = Pattern.compile("(?m)^\\| (BNK-[^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("BNK-\\d{4}");

    private final Page runbook = Page.of("docs/runbook.md");

    @Test
    void everyAlertHasAnEntryAndLeadsToIt() throws IOException {
        String alerts = Files.readString(Path.of("docs/alerts.yaml"));
        List<String> names =
                ALERT.matcher(alerts).results().map(alert -> alert.group(1)).toList();

        assertThat(names).isNotEmpty();
        assertThat(entries().map(entry -> entry.group(1))).containsExactlyInAnyOrderElementsOf(names);
        assertThat(PAGE.matcher(alerts).results().map(page -> page.group(1)))
                .containsExactlyElementsOf(names.stream()
                        .map(name -> "docs/runbook.md#" + name.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void anEntrySaysWhatIsSeenWhereToLookWhatToDecideWhatToDoAndHowToTakeItBack() {
        assertThat(entries().map(entry -> entry.group(2)))
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT))
                        .containsSubsequence("**symptom**", "**look**", "**decide**", "**do**", "**undo**"));
    }

    @Test
    void everyCodeOfTheNightIsListedOnce() {
        List<String> listed = runbook.matches(INDEXED)
                .flatMap(row -> CODE.matcher(row.group(1)).results().map(MatchResult::group))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Page.of("docs/reference/messages.md")
                        .matches(NIGHT_CODE)
                        .map(row -> row.group(1))
                        .toList());
    }

    private Stream<MatchResult> entries() {
        return runbook.matches(ENTRY);
    }
}
