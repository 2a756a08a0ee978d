package io.guildhall.tests.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One gateway session as light as it can be: it shakes hands, identifies after the first frame, and from then on only
 * counts frames, or also says from time to time that it has what a login sends, as every client does. Without a request it takes the
 * connection to speak in frames from the first byte.
 */
final class ClientSession extends ChannelInboundHandlerAdapter {
    /** The end of the answer to the handshake. */
    private static final int BLANK_LINE = 0x0D0A0D0A;

    private static final long HEARTBEAT_SECONDS = 15;

    private final Crowd crowd;
    private final String request;
    private final String identify;
    /** Frames of a login, HELLO among them; 0: no heartbeats. */
    private final int login;

    private final FrameScanner scanner = new FrameScanner();
    private boolean shaken;
    private int lastFour;
    private boolean identified;
    private int received;

    ClientSession(Crowd crowd, String request, String identify, int login) {
        this.crowd = crowd;
        this.request = request;
        this.identify = identify;
        this.login = login;
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
                    beatFromNowOn(context);
                }
                count(frames);
            }
        } finally {
            bytes.release();
        }
    }

    /** Answers to heartbeats are none of a login's frames. */
    private void count(int frames) {
        int before = received;
        received += frames;
        crowd.received(login == 0 ? frames : Math.min(received, login) - Math.min(before, login));
    }

    private void beatFromNowOn(ChannelHandlerContext context) {
        if (login > 0) {
            context.executor()
                    .scheduleAtFixedRate(
                            () -> context.writeAndFlush(
                                    frame("{\"op\":1,\"d\":%s}".formatted(received < login ? null : login - 1))),
                            HEARTBEAT_SECONDS,
                            HEARTBEAT_SECONDS,
                            TimeUnit.SECONDS);
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
