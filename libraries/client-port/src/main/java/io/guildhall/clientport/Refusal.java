package io.guildhall.clientport;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Closes a connection for which there is no room before anything of it is read. */
@Sharable
final class Refusal extends ChannelInboundHandlerAdapter {
    static final Refusal INSTANCE = new Refusal();

    private Refusal() {}

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.close();
    }
}
