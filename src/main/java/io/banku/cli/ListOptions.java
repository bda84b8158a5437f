package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How much of a long list is asked for. */
final class PageOption {
    private static final int WHOLE_PAGE = 500;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "At most so many, 1 to 500; 50 unless it is given.")
    private Integer limit;

    @Option(names = "--all", description = "All of them, page by page.")
    private boolean all;

    /** One page, or all of them as one. Pages on which nothing is are stepped over: what is asked for may be rare. */
    JsonNode read(Api api, String path, List<String> query) {
        ObjectNode answer = (ObjectNode) page(api, path, query, null);
        ArrayNode items = (ArrayNode) answer.path("items");
        for (String next = next(answer); (all || items.isEmpty()) && next != null; next = next(answer)) {
            JsonNode page = page(api, path, query, next);
            items.addAll((ArrayNode) page.path("items"));
            answer.set("next", page.get("next"));
        }
        return next(answer) == null ? answer.without("next") : answer;
    }

    private static String next(JsonNode answer) {
        return answer.path("next").textValue();
    }

    private JsonNode page(Api api, String path, List<String> query, String cursor) {
        List<String> parameters = new ArrayList<>(query);
        if (all || limit != null) {
            parameters.add("limit=" + (limit == null ? WHOLE_PAGE : limit));
        }
        if (cursor != null) {
            parameters.add("cursor=" + Api.escaped(cursor));
        }
        return api.get(path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)));
    }

    void tellMore(JsonNode answer, PrintWriter err) {
        if (next(answer) != null) {
            err.println("banku: there are more; --all shows them, --limit NUMBER more of them");
        }
    }
}
