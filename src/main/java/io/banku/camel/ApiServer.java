package io.banku.camel;

import io.banku.StartException;
import io.banku.settings.Setting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * The HTTP server of the API. It listens only when it is told to, so that no request is taken in before its routes and
 * what guards them are there. It speaks HTTP/1.1 alone: a client in Java that asks to change to HTTP/2 without TLS loses
 * the answers that come before it has changed, and waits for ever; and RFC 9113 has withdrawn that change. One thread
 * starts and stops it.
 */
public final class ApiServer extends VertxPlatformHttpServer {
    private final VertxPlatformHttpServerConfiguration configuration;
    private final Clients clients;
    private HttpServer server;

    private ApiServer(VertxPlatformHttpServerConfiguration configuration, Clients clients) {
        super(configuration);
        this.configuration = configuration;
        this.clients = clients;
    }

    /** @param clients what is asked of them */
    public static ApiServer at(String host, int port, Clients clients) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(host);
        configuration.setBindPort(port);
        configuration.setMaxBodySize((long) HttpEdge.MOST_BODY_BYTES);
        configuration.getBodyHandler().setHandleFileUploads(false);
        return new ApiServer(configuration, clients);
    }

    /** As a bean, it tells Camel's endpoints which port is theirs. */
    public VertxPlatformHttpServerConfiguration configuration() {
        return configuration;
    }

    VertxPlatformHttpRouter router() {
        return VertxPlatformHttpRouter.lookup(
                getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(configuration.getBindPort()));
    }

    /** @throws StartException when the port cannot be had */
    void listen() {
        String place = configuration.getBindHost() + ":" + configuration.getBindPort();
        try {
            HttpServerOptions options = new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setIdleTimeout((int) Math.min(clients.idle().toSeconds(), Integer.MAX_VALUE));
            server = finished(getVertx()
                    .createHttpServer(options)
                    .connectionHandler(clients::connected)
                    .requestHandler(router())
                    .invalidRequestHandler(Refusals::unreadable)
                    .listen(configuration.getBindPort(), configuration.getBindHost()));
        } catch (CompletionException failed) {
            throw new StartException(List.of("expected " + place + " to be free for the API, found: "
                    + failed.getCause().getMessage() + "; end what listens there, or set "
                    + Setting.HTTP_PORT + " to another"));
        }
    }

    /** One of its own: the management server answers also while all threads of this one are busy. */
    @Override
    protected Vertx lookupVertx() {
        return null;
    }

    @Override
    protected void startServer() {
        // listen() does it
    }

    @Override
    protected void stopServer() {
        if (server != null) {
            finished(server.close());
            server = null;
        }
    }

    @Override
    protected void stopVertx() {
        finished(getVertx().close());
    }

    private static <T> T finished(Future<T> begun) {
        return begun.toCompletionStage().toCompletableFuture().join();
    }
}
