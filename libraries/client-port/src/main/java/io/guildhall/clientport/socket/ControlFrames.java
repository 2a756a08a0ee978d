package io.guildhall.clientport.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.time.Clock;

/**
 * Pings and pongs of a client, which never reach the protocol: the server answers each ping by itself, and what a client does not read of the
 * answers waits in memory. So they are counted as other frames are, in a window of their own, and who sends more is cut off. What comes
 * while the answers of before wait is not answered.
 */
public final class ControlFrames extends ChannelInboundHandlerAdapter {
    private final SendWindow window = new SendWindow();
    private final Clock clock;
    private final long length;
    private final int limit;

    /** @param limit how many are taken in a window of so many ms */
    public ControlFrames(Clock clock, long length, int limit) {
        this.clock = clock;
        this.length = length;
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof PingWebSocketFrame) && !(message instanceof PongWebSocketFrame)) {
            context.fireChannelRead(message);
        } else if (!window.accept(clock.millis(), length, limit)) {
            ReferenceCountUtil.release(message);
            context.close();
        } else if (context.channel().isWritable()) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }
}
