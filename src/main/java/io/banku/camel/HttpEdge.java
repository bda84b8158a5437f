package io.banku.camel;

import io.banku.camel.metrics.HttpMetrics;
import io.banku.settings.Loopback;
import io.banku.settings.Principals;
import io.banku.settings.Role;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.platform.http.PlatformHttpComponent;

/**
 * What every HTTP request passes before a route: refusals are problems too, not the empty or HTML pages of the server;
 * HEAD and OPTIONS are answered; what the contract does not know stays outside. Shared by the server's threads.
 */
public final class HttpEdge {
    /** Larger than any command or decision can be. */
    public static final int MOST_BODY_BYTES = 64 * 1024;

    private static final String BEARER = "Bearer ";
    private static final String OPERATION = "banku.operation";

    private final CamelContext camel;
    private final List<HttpResource> resources;
    private final Principals principals;
    private final Set<Role> roles;
    private final Clock clock;
    private final HttpMetrics metrics;
    private final Contract contract = Contract.read();

    private HttpEdge(
            CamelContext camel, List<HttpResource> resources, Settings settings, Clock clock, HttpMetrics metrics) {
        this.camel = camel;
        this.resources = resources;
        this.principals = settings.principals();
        this.roles = settings.get(Setting.ROLES);
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Before the routes are loaded: which headers get in, who takes requests in, and the server, which is not open yet. */
    public static void guard(CamelContext camel, ApiServer server, RequestsInHand inHand) {
        PlatformHttpComponent component = camel.getComponent("platform-http", PlatformHttpComponent.class);
        component.setHeaderFilterStrategy(new RequestHeaders(Contract.read()));
        AsyncHttpEngine engine = new AsyncHttpEngine(inHand);
        engine.setCamelContext(camel);
        component.setEngine(engine);
        try {
            camel.addService(server);
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeCamelException(failed);
        }
    }

    /**
     * After the routes were started, which are what there is.
     *
     * @throws io.banku.StartException when the port cannot be had
     */
    public static void open(CamelContext camel, ApiServer server, Settings settings, Clock clock, HttpMetrics metrics) {
        PlatformHttpComponent component = camel.getComponent("platform-http", PlatformHttpComponent.class);
        List<HttpResource> resources =
                component.getHttpEndpoints().stream().map(HttpResource::of).toList();
        HttpEdge edge = new HttpEdge(camel, resources, settings, clock, metrics);
        server.router().route().order(-1).handler(edge::enter).failureHandler(Refusals::fail);
        server.router().errorHandler(400, Refusals::notHttp); // what does not get as far as a route
        server.listen();
    }

    private void enter(RoutingContext context) {
        Arrival.isAt(clock.instant(), context);
        measure(context);
        if (!isOfOneHost(context.request())) {
            Refusals.notHttp(context);
            return;
        }
        String path;
        try {
            path = context.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            Refusals.notHttp(context);
            return;
        }
        enter(context, path);
    }

    /** Once: a HEAD enters again as the GET that it is answered by. */
    private void measure(RoutingContext context) {
        if (context.get(OPERATION) == null) {
            long began = System.nanoTime();
            context.put(OPERATION, "none");
            context.addEndHandler(ended -> metrics.answered(
                    context.get(OPERATION), context.response().getStatusCode(), System.nanoTime() - began));
        }
    }

    private void enter(RoutingContext context, String path) {
        HttpServerRequest request = context.request();
        Optional<HttpResource> found =
                resources.stream().filter(resource -> resource.isAt(path)).findFirst();
        if (!camel.getStatus().isStarted()) {
            Refusals.refuse(context, Problem.NOT_RUNNING, "expected a running process, found it " + camel.getStatus());
        } else if (!isMeantForUs(request)) {
            Refusals.refuse(
                    context,
                    Problem.FOREIGN_HOST,
                    "expected a Host that is this machine itself (localhost, 127.0.0.1 or [::1]), found another");
        } else if (found.isEmpty()) {
            Refusals.refuse(context, Problem.NOT_FOUND, "expected a path of the contract, found " + path);
        } else if (!isKnown(context)) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"banku\"");
            Refusals.refuse(
                    context,
                    Problem.UNAUTHENTICATED,
                    "expected the header Authorization: Bearer and a token of this" + " bridge, found "
                            + (request.getHeader("Authorization") == null ? "none" : "another"));
        } else if (!found.get().allows(request.method().name())) {
            context.response().putHeader("Allow", found.get().allowed());
            String expected = "expected one of " + found.get().allowed() + ", found " + request.method();
            Refusals.refuse(context, Problem.METHOD_NOT_ALLOWED, expected);
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", found.get().allowed())
                    .putHeader("Date", Delivery.date(clock.instant()))
                    .end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            context.reroute(HttpMethod.GET, request.uri());
        } else {
            hand(context, found.get(), contract.operation(request.method().name(), path));
        }
    }

    private void hand(RoutingContext context, HttpResource resource, Optional<Contract.Operation> operation) {
        HttpServerRequest request = context.request();
        operation.ifPresent(asked -> context.put(OPERATION, asked.id()));
        try {
            operation.map(Contract.Operation::role).ifPresent(this::requireRole);
            operation.ifPresent(asked -> RequestForm.require(context, asked));
            if (hasBody(request.method())) {
                RequestForm.requireReadable(request.headers(), resource);
            }
        } catch (ProblemException refused) {
            Refusals.refuse(context, refused);
            return;
        }
        contract.queries().forEach(request.headers()::remove);
        context.next();
    }

    /** Of two hosts, somebody on the way may have meant the other; text that is not escaped may be of any encoding. */
    private static boolean isOfOneHost(HttpServerRequest request) {
        return request.headers().getAll("Host").size() <= 1
                && request.uri().chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private void requireRole(Role role) {
        if (!roles.contains(role)) {
            throw new ProblemException(
                    Problem.ROLE_ELSEWHERE,
                    "expected a process with the role " + role.text() + ", found one with "
                            + roles.stream().map(Role::text).sorted().collect(Collectors.joining(", ")));
        }
    }

    /**
     * Where nobody is asked for a token, being on this machine is all that entitles to move money. A page of the web that
     * has its own name point to this machine (DNS rebinding) would be let in by that too, but for its name.
     */
    private boolean isMeantForUs(HttpServerRequest request) {
        return principals.areAsked()
                || (request.authority() != null
                        && Loopback.isHost(request.authority().host()));
    }

    /** The contract and the pages about problems are for everybody. A token that is none is never shown. */
    private boolean isKnown(RoutingContext context) {
        if (!principals.areAsked() || !context.normalizedPath().startsWith("/api/")) {
            return true;
        }
        List<String> given = context.request().headers().getAll("Authorization");
        String authorization = given.size() == 1 ? given.get(0) : ""; // of two, a proxy may have meant the other
        Optional<String> principal = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? principals.named(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
        principal.ifPresent(name -> Caller.isNamed(name, context));
        return principal.isPresent();
    }

    private static boolean hasBody(HttpMethod method) {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT) || method.equals(HttpMethod.PATCH);
    }
}
