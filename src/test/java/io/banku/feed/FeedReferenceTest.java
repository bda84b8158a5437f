package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.feed.StructuralFault.Kind;
import io.banku.feed.expression.Filter;
import io.banku.feed.expression.MappingFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The reference page knows everything that the language has. */
class FeedReferenceTest {
    private final String page = read();

    @Test
    void everyFilterIsDescribed() {
        assertThat(ServiceLoader.load(Filter.class))
                .hasSize(15)
                .allSatisfy(filter -> assertThat(page).containsPattern("`" + filter.name() + "[ `]"));
    }

    @Test
    void everyEventAndEachOfItsPropertiesIsDescribed() {
        assertThat(EventType.values()).allSatisfy(type -> {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `") && line.contains("`" + type.text() + "`"))
                    .findFirst()
                    .orElseThrow();
            assertThat(type.properties()).allSatisfy(property -> assertThat(row).contains("`" + property.name() + "`"));
        });
    }

    @Test
    void everyCodeIsDescribed() {
        assertThat(MappingFault.values())
                .allSatisfy(fault -> assertThat(page).contains("| " + fault.code() + " | " + fault.meaning()));
        assertThat(Arrays.stream(Kind.values()).map(kind -> new StructuralFault(kind, 0, "").code()))
                .allSatisfy(code -> assertThat(page).contains(code.substring("BNK-".length())));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/reference/feed.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
