package io.banku.camel;

import static io.banku.camel.PageTemplate.escaped;

import io.banku.account.Decline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** What the {@code type} of a problem leads to: a page for people, JSON for programs. */
public final class ProblemPages {
    private final PageTemplate one = new PageTemplate("problem.html");
    private final PageTemplate all = new PageTemplate("problems.html");

    public void problem(@Header("slug") String slug, Exchange exchange) {
        answer(
                exchange,
                Problem.ofSlug(slug)
                        .map(problem -> described(problem, problem.title(), problem.type()))
                        .or(() -> Decline.ofSlug(slug).map(ProblemPages::described))
                        .orElseThrow(() -> new ProblemException(
                                Problem.NOT_FOUND, "expected the last part of a problem's type, found " + slug)));
    }

    /** Each reason is a type of its own: a client asks for the type, and a person for its page. */
    private static Map<String, Object> described(Decline reason) {
        return described(Problem.COMMAND_DECLINED, reason.meaning(), "/problems/" + reason.slug());
    }

    private static Map<String, Object> described(Problem problem, String title, String type) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("type", type);
        described.put("title", title);
        described.put("status", problem.status());
        described.put("code", problem.code());
        described.put("whatToDo", problem.whatToDo());
        return described;
    }

    private void answer(Exchange exchange, Map<String, Object> described) {
        if (Readers.wantPage(exchange)) {
            Map<String, String> html = new LinkedHashMap<>();
            described.forEach((name, value) -> html.put(name, escaped(value.toString())));
            one.answer(exchange, described.get("title").toString(), html);
        } else {
            Answers.json(exchange, 200, described);
        }
        Readers.vary(exchange);
    }

    public void list(Exchange exchange) {
        List<Problem> problems = Arrays.asList(Problem.values());
        List<Decline> reasons = Arrays.asList(Decline.values());
        if (Readers.wantPage(exchange)) {
            String rows = problems.stream()
                    .map(problem -> "<tr><td>" + problem.status() + "</td><td><code>" + problem.code()
                            + "</code></td><td>" + link(problem.type(), problem.title()) + "</td></tr>")
                    .collect(Collectors.joining("\n"));
            String declines = reasons.stream()
                    .map(reason -> "<tr><td><code>" + reason.slug() + "</code></td><td>"
                            + link("/problems/" + reason.slug(), reason.meaning()) + "</td></tr>")
                    .collect(Collectors.joining("\n"));
            all.answer(exchange, "Error answers", Map.of("rows", rows, "reasons", declines));
        } else {
            List<Map<String, Object>> described = problems.stream()
                    .map(problem -> described(problem, problem.title(), problem.type()))
                    .collect(Collectors.toList());
            reasons.forEach(reason -> described.add(described(reason)));
            Answers.json(exchange, 200, Map.of("items", described));
        }
        Readers.vary(exchange);
    }

    private static String link(String path, String text) {
        return "<a href=\"" + path + "\">" + escaped(text) + "</a>";
    }
}
