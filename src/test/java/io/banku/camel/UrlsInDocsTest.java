package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.docs.Page;
import io.banku.log.EventSchemas;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the pages tell people to ask of the API or of the management port is something that is answered there. */
class UrlsInDocsTest {
    private static final Pattern CURL =
            Pattern.compile("curl\\s(.*?)http://127\\.0\\.0\\.1:(8080|9876)(/[^\\s'\"?]*)(\\S*)(.*)");

    private static final Set<String> MANAGED =
            Set.of("/observe/health", "/observe/health/live", "/observe/health/ready", "/observe/metrics");

    private final Contract contract = Contract.read();

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyUrlIsAnswered(Page page) {
        for (String line : page.shellLines()) {
            Matcher curl = CURL.matcher(line);
            if (curl.find() && curl.group(2).equals("9876")) {
                assertThat(MANAGED).as(line).contains(curl.group(3));
            } else if (curl.reset().find()) {
                assertThat(isAnswered(curl)).as(line).isTrue();
            }
        }
    }

    private boolean isAnswered(Matcher curl) {
        boolean posts = (curl.group(1) + curl.group(5)).matches("(?s).*(^|\\s)(-d|--data\\S*|-X\\s*POST)\\s.*");
        return contract.operation(posts ? "POST" : "GET", curl.group(3)).isPresent()
                || Set.of("/openapi.yaml", "/asyncapi.yaml").contains(curl.group(3))
                || (curl.group(3).startsWith("/schemas/")
                        && EventSchemas.find(curl.group(3).substring("/schemas/".length()))
                                .isPresent());
    }
}
