package io.banku.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Moves money over HTTP after the sample nights: each request as a line that a person can repeat, with its answer. */
final class DemoMoney {
    private static final String DEPOSIT = "{\"amount\":\"125.00\",\"currency\":\"EUR\",\"text\":\"SALARY\"}";

    private final URI api;
    private final PrintWriter out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> surprises = new ArrayList<>();

    /** @param api ends with /api/v1/ */
    DemoMoney(URI api, PrintWriter out) {
        this.api = api;
        this.out = out;
    }

    /** @return what was not as it should be */
    List<String> tell() throws IOException, InterruptedException {
        out.println("\nCommands over HTTP:");
        post(201, "open-1", "accounts", "{\"account\":\"DEMO-1\",\"currency\":\"EUR\",\"holder\":\"GRETA\"}");
        post(201, "open-2", "accounts", "{\"account\":\"DEMO-2\",\"currency\":\"EUR\",\"holder\":\"HANNES\"}");
        post(201, "salary", "accounts/DEMO-1/deposits", DEPOSIT);
        post(201, "cash", "accounts/DEMO-1/withdrawals", "{\"amount\":\"20.00\",\"currency\":\"EUR\"}");
        post(201, "rent", "accounts/DEMO-1/transfers", "{\"amount\":\"50.00\",\"currency\":\"EUR\",\"to\":\"DEMO-2\"}");
        out.println("\nBeyond the balance nothing moves:");
        post(422, "yacht", "accounts/DEMO-1/withdrawals", "{\"amount\":\"5000000.00\",\"currency\":\"EUR\"}");
        out.println("\nThe salary once more with its key: the same answer, and nothing moves:");
        post(201, "salary", "accounts/DEMO-1/deposits", DEPOSIT);
        out.println("\nThe key of the salary with another amount:");
        post(422, "salary", "accounts/DEMO-1/deposits", DEPOSIT.replace("125.00", "250.00"));
        return surprises;
    }

    private void post(int expected, String key, String path, String body) throws IOException, InterruptedException {
        out.println("  curl -s " + api + path + " -H 'Content-Type: application/json' -H 'Idempotency-Key: " + key
                + "' -d '" + body + "'");
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        out.println("  " + answer.statusCode() + " " + answer.body());
        out.flush();
        if (answer.statusCode() != expected) {
            surprises.add("POST " + path + " with key " + key + ": expected " + expected + ", found "
                    + answer.statusCode() + " " + answer.body());
        }
    }
}
