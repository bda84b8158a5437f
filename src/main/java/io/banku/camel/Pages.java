package io.banku.camel;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** What explains the API and is served by itself: the contract, and a page for each problem's {@code type}. */
public final class Pages {
    private static final String PROBLEM = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s %3$s</title></head>
            <body>
            <h1>%3$s</h1>
            <p><code>%1$s</code>, HTTP status %2$d, type <code>%4$s</code></p>
            <h2>What to do</h2>
            <p>%5$s</p>
            </body>
            </html>
            """;

    private final byte[] contract = Contract.read().text();

    public void contract(Exchange exchange) {
        Answers.of(exchange, 200, "application/yaml", contract);
    }

    public void problem(@Header("slug") String slug, Exchange exchange) {
        Problem problem = Problem.ofSlug(slug)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "expected the last part of a problem's type, found " + slug));
        Answers.of(exchange, 200, "text/html; charset=utf-8", page(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Problem problem) {
        return PROBLEM.formatted(
                problem.code(), problem.status(), problem.title(), problem.type(), escaped(problem.whatToDo()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
