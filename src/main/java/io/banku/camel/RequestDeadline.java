package io.banku.camel;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client takes too long for a request: for its head, for its body, and between two requests. A
 * client that sends a byte now and then is never idle, and could keep a connection for ever. Lies in the pipeline between the
 * codec and the server, with a look-out before the codec; used by the connection's own thread.
 */
final class RequestDeadline extends ChannelDuplexHandler {
    private enum Awaited {
        REQUEST,
        HEAD,
        BODY,
        /** From us; how long that may take is not the client's doing. */
        ANSWER,
        /** It was told that it came too late: what still comes is not read, or it could be done nevertheless. */
        NOTHING
    }

    private final long patience;
    private final ProblemException tooLate;
    private Awaited awaited = Awaited.REQUEST;
    private long deadline;
    private int unanswered;
    private boolean answering;

    private RequestDeadline(Duration patience) {
        this.patience = patience.toNanos();
        this.deadline = System.nanoTime() + this.patience;
        this.tooLate = new ProblemException(
                Problem.REQUEST_TIMEOUT,
                "expected a request's head within " + patience.toMillis()
                        + " ms of its first byte, and its body within as long of its head, found it not whole");
    }

    /** @param server the last handler of a connection that has just been made */
    static void watch(ChannelHandlerContext server, Duration patience) {
        RequestDeadline deadline = new RequestDeadline(patience);
        ChannelPipeline pipeline = server.pipeline();
        pipeline.addFirst(deadline.lookOut());
        pipeline.addBefore(server.name(), "deadline", deadline);
    }

    private ChannelInboundHandlerAdapter lookOut() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext wire, Object bytes) {
                if (awaited == Awaited.REQUEST) {
                    await(Awaited.HEAD);
                }
                if (awaited == Awaited.NOTHING) {
                    ReferenceCountUtil.release(bytes);
                } else {
                    wire.fireChannelRead(bytes);
                }
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        look(context);
    }

    /** One timer for a connection, and none to be set for each request. */
    private void look(ChannelHandlerContext context) {
        long left = deadline - System.nanoTime();
        if (awaited == Awaited.ANSWER) {
            left = patience;
        } else if (left <= 0) {
            end(context);
            return;
        }
        context.executor()
                .schedule(
                        () -> {
                            if (context.channel().isActive() && awaited != Awaited.NOTHING) {
                                look(context);
                            }
                        },
                        left,
                        TimeUnit.NANOSECONDS);
    }

    private void end(ChannelHandlerContext context) {
        boolean canBeTold = awaited != Awaited.REQUEST && !answering;
        awaited = Awaited.NOTHING;
        if (canBeTold) {
            context.pipeline()
                    .firstContext()
                    .writeAndFlush(Unpooled.wrappedBuffer(Refusals.wire(tooLate)))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            context.close();
        }
    }

    private void await(Awaited next) {
        awaited = next;
        deadline = System.nanoTime() + patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
            await(Awaited.BODY);
        }
        if (message instanceof LastHttpContent) {
            await(unanswered == 0 ? Awaited.REQUEST : Awaited.ANSWER); // a refusal does not wait for the body
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (awaited == Awaited.NOTHING) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new IllegalStateException("expected a client that waits, found it told to go"));
            return;
        }
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        answering |= message instanceof HttpResponse && !isInterim;
        if (message instanceof LastHttpContent && !isInterim) {
            context.write(message, promise.unvoid().addListener(written -> answered()));
        } else {
            context.write(message, promise);
        }
    }

    private void answered() {
        answering = false;
        unanswered = Math.max(0, unanswered - 1);
        if (unanswered == 0 && awaited == Awaited.ANSWER) {
            await(Awaited.REQUEST);
        }
    }
}
