package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    /** A path that begins with a folder of ours, up to the first sign that stands for something else. */
    private static final Pattern OUR_PATH = Pattern.compile(
            "(?<![\\w/.-])(?:docs|routes|src|sample-mainframe-files|\\.ci|\\.github)/[\\w./-]*+([*<{…]?)");

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) {
        assertThat(page.links()).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path folder = page.file().toAbsolutePath().getParent();
            Path target = parts[0].isEmpty() ? page.file() : folder.resolve(parts[0]);
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(Page.of(target.toString()).anchors()).contains(parts[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFileOfOursThatIsNamedExists(Page page) {
        assertThat(page.matches(OUR_PATH).map(LinksTest::certain))
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    /** Without a full stop that ends the sentence; of {@code docs/events/*.json} the folder. */
    private static String certain(MatchResult path) {
        String text = path.group();
        boolean isPattern = !path.group(1).isEmpty();
        return isPattern ? text.substring(0, text.lastIndexOf('/') + 1) : text.replaceFirst("[.-]+$", "");
    }
}
