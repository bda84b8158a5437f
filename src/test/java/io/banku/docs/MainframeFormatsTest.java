package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the page names exist. */
class MainframeFormatsTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src/test/java", "bench/decode/src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(sources::add);
            }
        }
        Matcher named =
                TEST.matcher(Page.of("docs/reference/mainframe-formats.md").text());
        int count = 0;
        while (named.find()) {
            String file = named.group(1) + ".java";
            Path source = sources.stream()
                    .filter(path -> path.getFileName().toString().equals(file))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("expected a test " + file + ", found none"));
            if (named.group(2) != null) {
                assertThat(Files.readString(source)).contains("void " + named.group(2) + "(");
            }
            count++;
        }
        assertThat(count).isGreaterThan(20);
    }
}
