package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has that lists things of a running bridge: how much of it, and in which form. */
final class ListOptions {
    private static final int WHOLE_PAGE = 500;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "At most so many, 1 to 500; 50 unless it is given.")
    private Integer limit;

    @Option(names = "--all", description = "All of them, page by page.")
    private boolean all;

    @ArgGroup
    private Form form = new Form();

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Write the answer of the API as it is.")
        private boolean json;

        @Option(
                names = "--csv",
                description = "Write a row for each, with the names that the API has, for spreadsheets and scripts.")
        private boolean csv;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Asks for a list and prints it.
     *
     * @param none what is said where it is empty
     * @param table prints its items
     * @return the answer, for more of it to be printed; empty where it was written as it is
     */
    Optional<JsonNode> show(
            Api api, String path, List<String> query, String none, BiConsumer<JsonNode, PrintWriter> table) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        JsonNode answer = read(api, path, query);
        if (form.json) {
            out.println(answer);
            return Optional.empty();
        }
        if (next(answer) != null) {
            err.println("banku: there are more; --all shows them, --limit NUMBER more of them");
        }
        if (form.csv) {
            // of files that are due and not here there are no items
            new CsvOfItems(answer.path("items").isEmpty() ? answer.path("due") : answer.path("items")).print(out);
            return Optional.empty();
        }
        if (answer.path("items").isEmpty()) {
            err.println("banku: " + none);
        } else {
            table.accept(answer.path("items"), out);
        }
        return Optional.of(answer);
    }

    /**
     * The same, where what is listed stands within the items.
     *
     * @param rows what is a row for spreadsheets, of each item
     */
    void show(
            Api api,
            String path,
            List<String> query,
            String none,
            BiConsumer<JsonNode, PrintWriter> table,
            Function<JsonNode, List<ObjectNode>> rows) {
        if (!form.csv) {
            show(api, path, query, none, table);
            return;
        }
        JsonNode answer = read(api, path, query);
        if (next(answer) != null) {
            spec.commandLine().getErr().println("banku: there are more; --all shows them, --limit NUMBER more of them");
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        answer.path("items").forEach(item -> all.addAll(rows.apply(item)));
        new CsvOfItems(all).print(spec.commandLine().getOut());
    }

    /** One page, or all of them as one. Pages on which nothing is are stepped over: what is asked for may be rare. */
    private JsonNode read(Api api, String path, List<String> query) {
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
}
