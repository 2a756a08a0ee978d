package io.guildhall.tests.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/**
 * One gateway session as light as it can be: it shakes hands, identifies after the first frame, and from then on only
 * counts frames. Without a request it takes the connection to speak in frames from the first byte.
 */
final class ClientSession extends ChannelInboundHandlerAdapter {
    /** The end of the answer to the handshake. */
    private static final int BLANK_LINE = 0x0D0A0D0A;

    private final Crowd crowd;
    private final String request;
    private final String identify;
    private final FrameScanner scanner = new FrameScanner();
    private boolean shaken;
    private int lastFour;
    private boolean identified;

    ClientSession(Crowd crowd, String request, String identify) {
        this.crowd = crowd;
        this.request = request;
        this.identify = identify;
        this.shaken = request.isEmpty();
        this.identified = identify.isEmpty();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!request.isEmpty()) {
            context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            while (!shaken && bytes.isReadable()) {
                lastFour = lastFour << Byte.SIZE | (bytes.readByte() & 0xFF);
                shaken = lastFour == BLANK_LINE;
            }
            int frames = scanner.scan(bytes);
            if (frames > 0) {
                if (!identified) {
                    identified = true;
                    context.writeAndFlush(frame(identify));
                }
                crowd.received(frames);
            }
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        crowd.lost("a connection ended");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        crowd.lost(failure.toString());
        context.close();
    }

    /** A text frame of a client, masked with zeros as the protocol demands a mask. */
    private static ByteBuf frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = Unpooled.buffer(payload.length + 8);
        frame.writeByte(0x81);
        if (payload.length < 126) {
            frame.writeByte(0x80 | payload.length);
        } else {
            frame.writeByte(0x80 | 126).writeShort(payload.length);
        }
        return frame.writeInt(0).writeBytes(payload);
    }
}
