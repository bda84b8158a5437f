package io.banku.camel;

import io.banku.account.Decline;
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

    private final Content contract;
    private final Content contractAsJson;

    public Pages() {
        Contract read = Contract.read();
        contract = new Content(read.text());
        contractAsJson = new Content(read.json());
    }

    public void contract(Exchange exchange) {
        Answers.of(exchange, 200, "application/yaml", contract);
    }

    public void contractAsJson(Exchange exchange) {
        Answers.of(exchange, 200, "application/json", contractAsJson);
    }

    public void problem(@Header("slug") String slug, Exchange exchange) {
        String page = Problem.ofSlug(slug)
                .map(problem -> page(problem, problem.title(), problem.type()))
                .or(() -> Decline.ofSlug(slug).map(Pages::page))
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "expected the last part of a problem's type, found " + slug));
        Answers.of(exchange, 200, "text/html; charset=utf-8", new Content(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each reason is a type of its own: a client asks for the type, and a person for its page. */
    private static String page(Decline reason) {
        return page(Problem.COMMAND_DECLINED, reason.meaning(), "/problems/" + reason.slug());
    }

    private static String page(Problem problem, String title, String type) {
        return PROBLEM.formatted(problem.code(), problem.status(), title, type, escaped(problem.whatToDo()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
