package io.banku.camel;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients may keep of the server: so many connections, and each for so long. Shared by the server's threads. */
public final class Clients {
    private final int most;
    private final Duration patience;
    private final Duration idle;
    private final ProblemException tooMany;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * @param most connections at once
     * @param patience how long a request's head and its body may take each
     * @param idle for how long a connection stays on which nothing comes or goes, in whole seconds; longer than any answer
     *     takes, which is idle too
     */
    public Clients(int most, Duration patience, Duration idle) {
        this.most = most;
        this.patience = patience;
        this.idle = idle;
        this.tooMany = new ProblemException(
                Problem.TOO_MANY_CONNECTIONS,
                "expected at most " + most + " connections, found as many before this one");
    }

    Duration idle() {
        return idle;
    }

    /** How many connections there are. */
    public int connections() {
        return connections.get();
    }

    /** In the public classes of the server a connection does not show its bytes: this one is looked at from inside. */
    void connected(HttpConnection connection) {
        ChannelHandlerContext server = ((ConnectionBase) connection).channelHandlerContext();
        int before = connections.getAndIncrement();
        server.channel().closeFuture().addListener(closed -> connections.decrementAndGet());
        if (before < most) {
            RequestDeadline.watch(server, patience);
        } else {
            server.channel().config().setAutoRead(false);
            server.pipeline()
                    .firstContext()
                    .writeAndFlush(Unpooled.wrappedBuffer(Refusals.wire(tooMany)))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }
}
