package io.banku.camel;

import io.banku.settings.Principals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every HTTP request passes before a route: refusals are problems too, not the empty or HTML pages of the server;
 * HEAD and OPTIONS are answered; what the contract does not know stays outside. Shared by the server's threads.
 */
public final class HttpEdge {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEdge.class);
    /** Larger than any command or decision can be. */
    public static final int MOST_BODY_BYTES = 64 * 1024;

    private static final String BEARER = "Bearer ";

    private final CamelContext camel;
    private final List<HttpResource> resources;
    private final Principals principals;

    private HttpEdge(CamelContext camel, List<HttpResource> resources, Principals principals) {
        this.camel = camel;
        this.resources = resources;
        this.principals = principals;
    }

    /** Before the routes are loaded: which headers get in, and who takes requests in. */
    public static void guard(CamelContext camel) {
        PlatformHttpComponent component = camel.getComponent("platform-http", PlatformHttpComponent.class);
        component.setHeaderFilterStrategy(new RequestHeaders(Contract.read()));
        AsyncHttpEngine engine = new AsyncHttpEngine();
        engine.setCamelContext(camel);
        component.setEngine(engine);
    }

    /** After the routes were started, which are what there is. */
    public static void open(CamelContext camel, int port, Principals principals) {
        PlatformHttpComponent component = camel.getComponent("platform-http", PlatformHttpComponent.class);
        List<HttpResource> resources =
                component.getHttpEndpoints().stream().map(HttpResource::of).toList();
        HttpEdge edge = new HttpEdge(camel, resources, principals);
        VertxPlatformHttpRouter router =
                VertxPlatformHttpRouter.lookup(camel, VertxPlatformHttpRouter.getRouterNameFromPort(port));
        router.route().order(-1).handler(edge::enter).failureHandler(edge::fail);
        // a path that cannot be unescaped does not get as far as the router of the routes
        Router outer = (Router) router.getServer().getServer().requestHandler();
        outer.errorHandler(400, HttpEdge::notHttp);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<HttpResource> found = resources.stream()
                .filter(resource -> resource.isAt(context.normalizedPath()))
                .findFirst();
        if (!camel.getStatus().isStarted()) {
            refuse(context, Problem.NOT_RUNNING, "expected a running process, found it " + camel.getStatus());
        } else if (found.isEmpty()) {
            refuse(context, Problem.NOT_FOUND, "expected a path of the contract, found " + context.normalizedPath());
        } else if (!isKnown(context)) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"banku\"");
            refuse(
                    context,
                    Problem.UNAUTHENTICATED,
                    "expected the header Authorization: Bearer and a token of this" + " bridge, found "
                            + (request.getHeader("Authorization") == null ? "none" : "another"));
        } else if (!found.get().allows(request.method().name())) {
            context.response().putHeader("Allow", found.get().allowed());
            String expected = "expected one of " + found.get().allowed() + ", found " + request.method();
            refuse(context, Problem.METHOD_NOT_ALLOWED, expected);
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", found.get().allowed())
                    .end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            request.headers().set(RequestHeaders.WITHOUT_BODY, "");
            context.reroute(HttpMethod.GET, request.uri());
        } else if (hasBody(request.method()) && !found.get().reads(request.getHeader("Content-Type"))) {
            String expected = "expected the Content-Type " + found.get().readable() + ", found "
                    + Optional.ofNullable(request.getHeader("Content-Type")).orElse("none");
            refuse(context, Problem.UNSUPPORTED_MEDIA_TYPE, expected);
        } else {
            context.next();
        }
    }

    /** The contract and the pages about problems are for everybody. A token that is none is never shown. */
    private boolean isKnown(RoutingContext context) {
        if (!principals.areAsked() || !context.normalizedPath().startsWith("/api/")) {
            return true;
        }
        String authorization = Optional.ofNullable(context.request().getHeader("Authorization"))
                .orElse("");
        Optional<String> principal = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? principals.named(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
        principal.ifPresent(name -> Caller.isNamed(name, context));
        return principal.isPresent();
    }

    private static boolean hasBody(HttpMethod method) {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT) || method.equals(HttpMethod.PATCH);
    }

    /** What the server itself refuses, and what escaped a route. */
    private void fail(RoutingContext context) {
        switch (context.statusCode()) {
            case 400 -> notHttp(context);
            case 503 -> refuse(context, Problem.NOT_RUNNING, "expected a running route, found it stopped");
            case 413 ->
                refuse(
                        context,
                        Problem.PAYLOAD_TOO_LARGE,
                        "expected a body of at most " + MOST_BODY_BYTES + " bytes, found a larger one");
            default -> {
                LOG.error(
                        "{} {} {}",
                        Problem.INTERNAL.code(),
                        context.statusCode(),
                        context.request().path(),
                        context.failure());
                refuse(context, Problem.INTERNAL, "See the log of the process.");
            }
        }
    }

    private static void notHttp(RoutingContext context) {
        refuse(
                context,
                Problem.MALFORMED_REQUEST,
                "expected a request of HTTP whose path can be read, each % of it followed by two hexadecimal digits, found"
                        + " another");
    }

    private static void refuse(RoutingContext context, Problem problem, String detail) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problems.CONTENT_TYPE);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", Problems.RETRY_AFTER_SECONDS);
        }
        byte[] body = Problems.body(problem, detail, context.request().path());
        // the server itself leaves the body out in HTTP/1 only
        response.end(Buffer.buffer(context.request().method().equals(HttpMethod.HEAD) ? new byte[0] : body));
    }
}
