package io.banku.camel;

import static io.banku.camel.PageTemplate.escaped;

import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/** What is at {@code /}: which program this is, how it is, and what it has. It shows nothing that a token is asked for. */
public final class FrontPage {
    private static final Map<String, String> LINKS = Map.of(
            "contract", "/openapi.yaml",
            "events", "/asyncapi.yaml",
            "problems", "/problems",
            "accounts", "/api/v1/accounts",
            "batches", "/api/v1/batches",
            "view", "/api/v1/view");

    private final PageTemplate page = new PageTemplate("home.html");
    private final List<String> roles;
    private final int management;
    private final boolean asksForTokens;

    public FrontPage(Settings settings) {
        roles = settings.get(Setting.ROLES).stream().map(Role::text).sorted().toList();
        management = settings.get(Setting.MANAGEMENT_PORT);
        asksForTokens = settings.principals().areAsked();
    }

    public void show(Exchange exchange) {
        Collection<HealthCheck.Result> checks = HealthCheckHelper.invokeReadiness(exchange.getContext());
        List<String> down = checks.stream()
                .filter(check -> check.getState() != HealthCheck.State.UP)
                .map(check -> check.getCheck().getId())
                .sorted()
                .toList();
        if (Readers.wantPage(exchange)) {
            page(exchange, down);
        } else {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", "banku");
            json.put("version", version());
            json.put("roles", roles);
            json.put("ready", down.isEmpty());
            json.put("notReady", down);
            json.put("links", LINKS);
            Answers.json(exchange, 200, json);
        }
        Readers.vary(exchange);
    }

    private void page(Exchange exchange, List<String> down) {
        String asked = asksForTokens
                ? "Links below /api ask for a token, which a browser does not send by itself: use the contract's page, or"
                        + " curl -H 'Authorization: Bearer TOKEN'."
                : "Only this machine is answered, as there are no tokens.";
        page.answer(
                exchange,
                "Banku bridge",
                Map.of(
                        "class", down.isEmpty() ? "up" : "down",
                        "state", down.isEmpty() ? "ready" : "not ready",
                        "why", down.stream().map(PageTemplate::escaped).collect(Collectors.joining(", ")),
                        "version", escaped(version()),
                        "roles", String.join(", ", roles),
                        "management", Integer.toString(management),
                        "asked", escaped(asked)));
    }

    /** Only a jar knows its version. */
    private static String version() {
        return Optional.ofNullable(FrontPage.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }
}
