package io.guildhall.voice.port;

import io.guildhall.observability.process.Guard;
import io.guildhall.voice.room.Datagrams;
import io.guildhall.voice.room.Media;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import org.jboss.logging.Logger;

/**
 * The one UDP port of media. Every packet is handled on the event loop, one after the other; what it made others be sent leaves together. When
 * the kernel has no room for more, packets are dropped: late sound is worth nothing.
 */
public final class MediaPort implements Datagrams {
    private static final Logger LOG = Logger.getLogger(MediaPort.class);
    private static final int KERNEL_BUFFER = 4 * 1024 * 1024;
    /** A packet is read whole and dropped when it is longer than any that counts. */
    private static final int READ = 2_048;

    private final Channel channel;
    private final byte[] scratch = new byte[READ];
    private Media media;

    private MediaPort(EventLoop loop, String host, int port) {
        channel = new Bootstrap()
                .group(loop)
                .channel(NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, KERNEL_BUFFER)
                .option(ChannelOption.SO_SNDBUF, KERNEL_BUFFER)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ))
                .handler(new Packets())
                .bind(new InetSocketAddress(host, port))
                .syncUninterruptibly()
                .channel();
    }

    public static MediaPort open(EventLoop loop, String host, int port) {
        return new MediaPort(loop, host, port);
    }

    /** Until this is called packets are dropped. On the loop. */
    public void receiveWith(Media receiving) {
        media = receiving;
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void send(byte[] packet, int length, InetSocketAddress to) {
        if (channel.isWritable()) {
            ByteBuf copy = channel.alloc().directBuffer(length).writeBytes(packet, 0, length);
            channel.write(new DatagramPacket(copy, to), channel.voidPromise());
        }
    }

    public void close() {
        channel.close().syncUninterruptibly();
    }

    private final class Packets extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            int length = packet.content().readableBytes();
            if (media != null && length > 0 && length <= Media.LONGEST) {
                packet.content().readBytes(scratch, 0, length);
                Guard.PROCESS.run("A packet", () -> media.receive(scratch, length, packet.sender()));
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        /** Somebody whom we sent something is not there any more, or can't be reached. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.debugf("A packet could not be sent or received: %s", failure);
        }
    }
}
