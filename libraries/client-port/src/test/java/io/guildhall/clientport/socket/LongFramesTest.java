package io.guildhall.clientport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongFramesTest {
    private final List<String> heard = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                    .maxFramePayloadLength(8_192)
                    .closeOnProtocolViolation(false)
                    .build()),
            new LongFrames(8_192, () -> heard.add("refused")),
            new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    heard.add(message.getClass().getSimpleName());
                    ReferenceCountUtil.release(message);
                }

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

    /** Nobody gathers more than is ever taken in, and nothing that comes afterwards is read. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aMessageOfManyFramesIsRefusedWhenTheyAreTooMuchTogether(int kind) {
        send(kind, false, 8_000);
        send(0, false, 192);
        assertThat(heard).hasSize(2).last().isEqualTo("ContinuationWebSocketFrame");
        send(0, false, 1);
        send(0, true, 1);
        send(kind, true, 1);
        assertThat(heard).hasSize(3).last().isEqualTo("refused");
    }

    @Test
    void eachMessageIsMeasuredByItself() {
        for (int message = 0; message < 3; message++) {
            send(1, false, 8_000);
            send(9, true, 100);
            send(0, true, 192);
        }
        assertThat(heard).hasSize(9).doesNotContain("refused");
    }

    private void send(int operation, boolean last, int length) {
        ByteBuf frame = Unpooled.buffer();
        frame.writeByte((last ? 0x80 : 0) | operation);
        if (length < 126) {
            frame.writeByte(0x80 | length);
        } else {
            frame.writeByte(0x80 | 126).writeShort(length);
        }
        channel.writeInbound(frame.writeInt(0).writeZero(length));
    }

    @Test
    void whatIsNoFrameIsForOthers() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0xF1, (byte) 0x80, 0, 0, 0, 0}));
        assertThat(heard).containsExactly("passed on");
    }
}
