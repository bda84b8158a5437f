package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise names the tests that hold it. */
class GuaranteesTest {
    private static final Pattern PROMISES = Pattern.compile("(?s)## What is promised(.*?)\\n## ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [A-Z][^|]+\\|[^|]+\\|([^|]+)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyPromiseNamesTestsThatThereAre() throws IOException {
        List<String> there;
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            there = sources.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .toList();
        }
        String promises = Page.of("docs/guarantees.md")
                .matches(PROMISES)
                .map(part -> part.group(1))
                .findFirst()
                .orElseThrow();
        List<List<String>> named = ROW.matcher(promises)
                .results()
                .map(row -> NAME.matcher(row.group(1))
                        .results()
                        .map((MatchResult test) -> test.group(1))
                        .toList())
                .toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(named).allSatisfy(tests -> assertThat(tests).isNotEmpty().allMatch(there::contains));
    }
}
