package io.guildhall.clientport;

import io.guildhall.observability.process.Later;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Closes a connection whose client takes too long to send the head of a request, or the whole of it, or what is left of one that is
 * answered already, though it never pauses for long; pauses are the server's own idle timeout. Once the connection speaks something else, such
 * as WebSocket, it is let go.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    private enum Phase {
        /** Of the first request also before its first byte. */
        HEAD,
        BODY,
        /** Of a body for which nobody waits: its request is answered. As much time as for a head. */
        REST,
        BETWEEN
    }

    private final Supplier<HttpServerOptions> server;
    private final long headNanos;
    private final long requestNanos;
    private Phase phase = Phase.HEAD;
    /** When the request began, by the process's own clock. */
    private long since = System.nanoTime();

    /** Null until there is a decoder to stand behind. */
    private Decoded decoded;

    private Answers answers;
    private boolean timed;
    /** When the timer comes, if there is one. */
    private long wakesAt;

    /** Requests of which the head is there and the end of the answer is not. */
    private int unanswered;

    RequestDeadline(Supplier<HttpServerOptions> server, long headNanos, long requestNanos) {
        this.server = server;
        this.headNanos = headNanos;
        this.requestNanos = requestNanos;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        time(context);
        super.channelActive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (decoded == null) {
            watch(context);
        } else if (context.pipeline().get(HttpRequestDecoder.class) == null) {
            context.pipeline().remove(decoded);
            context.pipeline().remove(answers);
            context.pipeline().remove(this);
            super.channelRead(context, message);
            return;
        }
        if (phase == Phase.BETWEEN) {
            begin(Phase.HEAD, context);
        }
        super.channelRead(context, message);
    }

    private void begin(Phase first, ChannelHandlerContext context) {
        phase = first;
        since = System.nanoTime();
        time(context);
    }

    /** Puts the strict decoder where the server's is, as soon as there is one, and looks at what it makes of the bytes. */
    private void watch(ChannelHandlerContext context) {
        ChannelHandlerContext decoder = context.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            String name = decoder.name();
            context.pipeline().replace(name, name, new StrictDecoder(server.get()));
            decoded = new Decoded(context);
            context.pipeline().addAfter(name, null, decoded);
            answers = new Answers(context);
            context.pipeline()
                    .addAfter(
                            context.pipeline()
                                    .context(HttpResponseEncoder.class)
                                    .name(),
                            null,
                            answers);
        }
    }

    /** One timer for each connection, however many requests it has: another only when that would come too late, and then that is void. */
    private void time(ChannelHandlerContext context) {
        if (phase == Phase.BETWEEN) {
            return;
        }
        long due = since + limit();
        if (timed && wakesAt - due <= 0) {
            return;
        }
        timed = true;
        wakesAt = due;
        Later.run(
                context.executor(),
                Duration.ofNanos(Math.max(due - System.nanoTime(), 1)),
                "A deadline of a request",
                () -> check(context, due));
    }

    private void check(ChannelHandlerContext context, long wokenAt) {
        if (wokenAt != wakesAt) {
            return;
        }
        timed = false;
        if (context.isRemoved() || phase == Phase.BETWEEN) {
            return;
        }
        if (System.nanoTime() - since >= limit()) {
            context.close();
        } else {
            time(context);
        }
    }

    private long limit() {
        return phase == Phase.BODY ? requestNanos : headNanos;
    }

    /** Before the encoder: knows where an answer ends. */
    private final class Answers extends ChannelOutboundHandlerAdapter {
        private final ChannelHandlerContext timer;

        private Answers(ChannelHandlerContext timer) {
            this.timer = timer;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            super.write(context, message, promise);
            if (ends(message) && --unanswered == 0 && phase == Phase.BODY) {
                begin(Phase.REST, timer);
            }
        }

        /** "Continue" and its like end nothing. */
        private static boolean ends(Object message) {
            return message instanceof LastHttpContent
                    && !(message instanceof HttpResponse answer
                            && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL);
        }
    }

    /**
     * Behind the decoder: knows where a head and a request end, and answers what never becomes a request. What comes after that on the
     * connection is not read, and who had begun with an answer is not heard.
     */
    private final class Decoded extends ChannelDuplexHandler {
        private final ChannelHandlerContext timer;
        private boolean answering;
        private boolean refused;

        private Decoded(ChannelHandlerContext timer) {
            this.timer = timer;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (refused) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpRequest request) {
                if (phase == Phase.BETWEEN) {
                    // It came in one piece with the request before it.
                    begin(Phase.BODY, timer);
                }
                phase = Phase.BODY;
                unanswered++;
                answering = false;
                Optional<HttpResponseStatus> objection = HeadRule.objection(request);
                if (objection.isPresent()) {
                    ReferenceCountUtil.release(message);
                    refuse(context, objection.get());
                    return;
                }
            }
            if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
                fail(context);
            }
            if (message instanceof LastHttpContent) {
                phase = Phase.BETWEEN;
            }
            super.channelRead(context, message);
        }

        /** Whoever reads the request hears of it too, and ends the connection: so what was said already goes first. */
        private void fail(ChannelHandlerContext context) {
            if (answering) {
                context.flush();
            } else {
                refuse(context, HttpResponseStatus.BAD_REQUEST);
            }
        }

        private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
            refused = true;
            context.writeAndFlush(RawAnswer.of(status)).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            answering = true;
            if (refused) {
                ReferenceCountUtil.release(message);
                promise.trySuccess();
            } else {
                super.write(context, message, promise);
            }
        }
    }
}
