package io.guildhall.clientport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.ManualClock;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ControlFramesTest {
    private final ManualClock clock = new ManualClock();
    private final EmbeddedChannel channel = new EmbeddedChannel(new ControlFrames(clock, 60_000, 3));

    @Test
    void whoSendsMoreThanTheWindowTakesIsCutOff() {
        for (int time = 0; time < 3; time++) {
            channel.writeInbound(new PingWebSocketFrame());
        }
        assertThat(channel.inboundMessages()).hasSize(3);
        channel.writeInbound(new TextWebSocketFrame("x"));
        assertThat(channel.isOpen()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        channel.writeInbound(new PingWebSocketFrame(), new PongWebSocketFrame(), new PongWebSocketFrame());
        assertThat(channel.isOpen()).isTrue();
        PingWebSocketFrame last = new PingWebSocketFrame(Unpooled.buffer().writeByte(1));
        channel.writeInbound(last);
        assertThat(channel.isOpen()).isFalse();
        assertThat(last.refCnt()).isZero();
    }

    @Test
    void nothingIsAnsweredWhileAnswersWait() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        channel.writeInbound(new PingWebSocketFrame());
        assertThat(channel.inboundMessages()).isEmpty();
        channel.writeInbound(new TextWebSocketFrame("x"));
        assertThat(channel.inboundMessages()).hasSize(1);
    }
}
