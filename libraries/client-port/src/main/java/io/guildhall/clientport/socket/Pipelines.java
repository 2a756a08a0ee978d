package io.guildhall.clientport.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;

/** Finds the place from where finished WebSocket frames reach the socket on the shortest way. */
public final class Pipelines {
    private Pipelines() {}

    /** Whether a WebSocket's client still lives is told by its heartbeats; the server's timer for idle requests goes. */
    public static void removeIdleTimer(Channel channel) {
        IdleStateHandler timer = channel.pipeline().get(IdleStateHandler.class);
        if (timer != null) {
            channel.pipeline().remove(timer);
        }
    }

    /** Adds the handler where frames of a client come out of its bytes, before anybody answers them. */
    public static void addAboveFrames(Channel channel, ChannelHandler handler) {
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext decoder = pipeline.context(WebSocketFrameDecoder.class);
        if (decoder == null) {
            throw new IllegalStateException("nobody reads frames from this channel");
        }
        pipeline.addAfter(decoder.name(), null, handler);
    }

    /** Adds the handler at the socket's end of the pipeline; above TLS, when there is TLS. */
    public static void addLowest(Channel channel, ChannelHandler handler) {
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            pipeline.addFirst(handler);
        } else {
            pipeline.addAfter(tls.name(), null, handler);
        }
    }
}
