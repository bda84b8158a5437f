package io.banku.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Requests of all operations by a client that keeps to the contract, and their answers, good and bad. */
final class ApiTraffic {
    private static final String EUROS = "{\"amount\":\"%s\",\"currency\":\"EUR\"%s}";

    private final LiveProgram program;
    private final String proxy;
    private final List<HttpResponse<String>> answers = new ArrayList<>();

    /** @param proxy what stands before {@code /api/v1} of the program */
    ApiTraffic(LiveProgram program, String proxy) {
        this.program = program;
        this.proxy = proxy;
    }

    List<HttpResponse<String>> answers() throws IOException {
        accounts();
        commands();
        batches();
        view();
        audit();
        return answers;
    }

    private void commands() throws IOException {
        for (String account : List.of("T-1", "T-2")) {
            post("/accounts", "{\"account\":\"" + account + "\",\"currency\":\"EUR\",\"holder\":\"GRETA\"}");
        }
        post("/accounts", "{\"currency\":\"JPY\"}");
        post("/accounts", "{\"account\":\"T-1\",\"currency\":\"EUR\"}"); // is opened already
        HttpResponse<String> deposited =
                post("/accounts/T-1/deposits", EUROS.formatted("100.00", ",\"text\":\"SALARY\""));
        post("/accounts/T-1/withdrawals", EUROS.formatted("20.00", ",\"reference\":\"4711\""));
        post("/accounts/T-1/withdrawals", EUROS.formatted("80.01", ""));
        post("/accounts/T-1/transfers", EUROS.formatted("10.00", ",\"to\":\"T-2\""));
        post("/accounts/T-1/transfers", EUROS.formatted("10.00", ",\"to\":\"none\""));
        post("/accounts/T-1/acknowledgements", "{\"break\":\"1\",\"reason\":\"known\"}"); // it has none
        HttpResponse<String> queued =
                post("/accounts/T-1/deposits", EUROS.formatted("1.00", ""), "Prefer", "respond-async");
        String key = UUID.randomUUID().toString();
        for (String amount : List.of("1.00", "1.00", "2.00")) { // the same again, and another with its key
            send("POST", "/accounts/T-2/deposits", EUROS.formatted(amount, ""), "Idempotency-Key", key);
        }
        post("/accounts/T-1/deposits", EUROS.formatted("1", ""));
        post("/accounts/T-1/deposits", EUROS.formatted("1.00", ""), "If-Match", "\"1\"");
        for (HttpResponse<String> command : List.of(deposited, queued)) {
            String id = json(command).get("commandId").asText();
            LiveProgram.await(
                    () -> program.get("/api/v1/accounts/T-1/commands/" + id).statusCode() == 200);
            get("/accounts/T-1/commands/" + id);
        }
        get("/accounts/T-1/commands/" + UUID.randomUUID());
        String tag = get("/accounts/T-1").headers().firstValue("ETag").orElseThrow();
        get("/accounts/T-1", "If-None-Match", tag);
        get(
                "/accounts/T-2",
                "Banku-Min-Position",
                deposited.headers().firstValue("Banku-Position").orElseThrow());
        get("/accounts/T-1", "Banku-Min-Position", "0:999999,1:999999", "Prefer", "wait=0");
        get("/accounts/T-1?asOf=" + Instant.now());
        get("/accounts/T-1?asOf=2001-01-01T00:00Z");
        get("/accounts/T-1?asOf=yesterday");
    }

    private void accounts() throws IOException {
        send("GET", "/accounts", null, "Accept-Encoding", "gzip;q=0");
        get("/accounts/none");
        get("/accounts?status=closed&with=parked");
        get("/accounts?cursor=none");
    }

    private void batches() throws IOException {
        program.deliver("account-master/ACM.D261119.DAT", "sealed");
        program.deliver("branch-deposits/broken/BRANCH0043.TXT", "held");
        LiveProgram.await(() -> program.get("/api/v1/accounts/0043000067").statusCode() == 200);
        get("/accounts/0043000067");
        JsonNode page = json(get("/accounts?limit=20"));
        get("/accounts?limit=20&cursor=" + page.get("next").asText());
        JsonNode first = json(get("/batches?limit=1"));
        get("/batches?limit=1&cursor=" + first.get("next").asText());
        get("/batches?state=held&feed=branch-deposits&from=2026-01-01");
        for (JsonNode batch : json(get("/batches")).get("items")) {
            String id = batch.get("id").asText();
            get("/batches/" + id);
            get("/batches/" + id + "/rejects");
            rejects("/batches/" + id + "/rejects/3");
            post("/batches/" + id + "/actions", "{\"action\":\"refuse\",\"reason\":\"seen\",\"by\":\"Greta\"}");
        }
        get("/batches?state=late");
        post("/due/branch-deposits/2026-11-20/actions", "{\"action\":\"excuse\",\"reason\":\"none\"}");
        post("/due/branch-deposits/today/actions", "{\"action\":\"refuse\"}");
        get("/nights");
        get("/nights?state=shut");
        get("/nights/core/2026-11-20");
        get("/nights/core/today");
        post("/nights/core/2026-11-20/actions", "{\"action\":\"close\",\"without\":[\"x\"],\"reason\":\"seen\"}");
        post("/nights/core/2026-11-20/actions", "{\"action\":\"shut\",\"without\":[]}");
        get("/batches/f00");
        get("/files?kind=duplicate");
        get("/files?kind=unclaimed&limit=500");
        String assign = "{\"action\":\"assign\",\"feed\":\"branch-deposits\",\"reason\":\"renamed\"";
        for (JsonNode file : json(get("/files?kind=unclaimed")).get("items")) {
            String actions = "/files/" + file.get("arrival").asText() + "/actions";
            post(actions, assign + ",\"date\":\"2026-11-20\"}");
            post(actions, assign + ",\"date\":\"today\"}");
            post(actions, assign.replace("branch-deposits", "no-feed") + "}");
        }
        post("/files/f00/actions", assign + "}");
        get("/batches", "Accept", "application/json;q=0, */*;q=0.1");
    }

    private void rejects(String reject) {
        get(reject);
        get(reject + "x");
        String correct = "{\"action\":\"correct\",\"set\":{\"BD-AMOUNT\":\"9.05\"},\"reason\":\"seen\"";
        post(reject + "/actions", correct + ",\"dryRun\":true}");
        post(reject + "/actions", correct + "}");
        post(reject + "/actions", correct.replace("9.05", "x") + "}");
        post(reject + "/actions", "{\"action\":\"correct\",\"reason\":\"seen\"}");
        post(reject + "/actions", "{\"action\":\"resubmit\",\"reason\":\"seen\"}");
        get(reject);
    }

    private void audit() throws IOException {
        JsonNode page = json(get("/audit?limit=1"));
        get("/audit?limit=1&cursor=" + page.get("next").asText());
        get("/audit?since=2026-01-01&by=operator&feed=branch-deposits&batch=f00");
        get("/audit?since=yesterday");
    }

    private void view() {
        get("/view");
        post("/view/rebuilds", "{\"partitions\":[0]}");
        post("/view/rebuilds", "{}");
        get("/view");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (path.startsWith("/accounts")) {
            all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString(), "Prefer", "return=representation"));
        }
        return send("POST", path, body, all.toArray(String[]::new));
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (body != null) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        HttpResponse<String> answer = LiveProgram.sendTo(proxy + path, method, body, all.toArray(String[]::new));
        answers.add(answer);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
