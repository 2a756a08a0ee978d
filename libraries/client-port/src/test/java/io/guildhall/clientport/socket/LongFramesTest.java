package io.guildhall.clientport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongFramesTest {
    private final List<String> heard = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                    .maxFramePayloadLength(8_192)
                    .closeOnProtocolViolation(false)
                    .build()),
            new LongFrames(() -> heard.add("refused")),
            new ChannelInboundHandlerAdapter() {
                @Override
                public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
                    heard.add("passed on");
                }
            });

    /** The first eight bytes of one say enough. */
    @Test
    void aFrameThatIsTooLongIsRefusedByItsHead() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0x81, (byte) 0xFE, 0x20, 0x01, 0, 0, 0, 0}));
        assertThat(heard).containsExactly("refused");
    }

    @Test
    void whatIsNoFrameIsForOthers() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0xF1, (byte) 0x80, 0, 0, 0, 0}));
        assertThat(heard).containsExactly("passed on");
    }
}
