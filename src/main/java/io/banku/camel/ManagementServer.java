package io.banku.camel;

import io.banku.StartException;
import io.banku.settings.Setting;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Camel's server of health and metrics. When it cannot have its port it only logs that, and the process would run unseen. */
public final class ManagementServer {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private ManagementServer() {}

    /**
     * When it runs. Whatever a client says that it accepts, it is answered: Camel's own routes refuse what does not name
     * their type to the letter (406), a person's curl with {@code text/plain} among it.
     */
    public static void open(CamelContext camel, PrometheusMeterRegistry meters) {
        VertxPlatformHttpRouter router =
                camel.hasService(ManagementHttpServer.class).getRouter();
        router.route("/observe/metrics").order(-1).blockingHandler(context -> scrape(context, meters), false);
        router.route("/observe/*").order(-1).handler(ManagementServer::acceptAll);
    }

    private static void scrape(RoutingContext context, PrometheusMeterRegistry meters) {
        String format = isOpenMetrics(context.request().getHeader("Accept")) ? OPEN_METRICS : PROMETHEUS;
        context.response().putHeader("Content-Type", format).end(meters.scrape(format));
    }

    private static boolean isOpenMetrics(String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text");
    }

    private static void acceptAll(RoutingContext context) {
        context.parsedHeaders().accept().clear();
        context.next();
    }

    /**
     * Before it is started.
     *
     * @throws StartException when the port cannot be had
     */
    public static void requireFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new StartException(List.of("expected " + host + ":" + port
                    + " to be free for health and metrics, found: " + taken.getMessage()
                    + "; end what listens there, or set " + Setting.MANAGEMENT_PORT + " to another"));
        }
    }
}
