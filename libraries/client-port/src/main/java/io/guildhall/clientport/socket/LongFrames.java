package io.guildhall.clientport.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Messages of a client that are larger than any that is taken in, before anybody gathers them: frames that say so of themselves, of which nothing
 * is read, and those of several frames. The server would only vanish.
 */
public final class LongFrames extends ChannelInboundHandlerAdapter {
    private final int most;
    private final Runnable refuse;
    private long bytes;
    private boolean refused;

    /**
     * @param most bytes of one message
     * @param refuse tells the client, and closes the connection
     */
    public LongFrames(int most, Runnable refuse) {
        this.most = most;
        this.refuse = refuse;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        switch (message) {
            case TextWebSocketFrame begun -> part(context, begun, 0);
            case BinaryWebSocketFrame begun -> part(context, begun, 0);
            case ContinuationWebSocketFrame more -> part(context, more, bytes);
            default -> context.fireChannelRead(message);
        }
    }

    private void part(ChannelHandlerContext context, WebSocketFrame frame, long before) {
        bytes = before + frame.content().readableBytes();
        if (!refused && bytes <= most) {
            context.fireChannelRead(frame);
            return;
        }
        ReferenceCountUtil.release(frame);
        refuse();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException frame
                && frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
            refuse();
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    /** Once; what comes after it is not read. */
    private void refuse() {
        if (!refused) {
            refused = true;
            refuse.run();
        }
    }
}
