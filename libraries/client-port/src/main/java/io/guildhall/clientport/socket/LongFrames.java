package io.guildhall.clientport.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Frames that say of themselves that they are larger than any that is taken in: nothing of them is read, and the server would only vanish. */
public final class LongFrames extends ChannelInboundHandlerAdapter {
    private final Runnable refuse;

    /** @param refuse tells the client, and closes the connection */
    public LongFrames(Runnable refuse) {
        this.refuse = refuse;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException frame
                && frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
            refuse.run();
        } else {
            context.fireExceptionCaught(failure);
        }
    }
}
