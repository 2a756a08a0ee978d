package io.guildhall.clientport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class SocketPlacesTest {
    private final SocketPlaces places = new SocketPlaces("test", 5, 2);

    @Test
    void oneAddressTakesNotAllOfThem() {
        assertThat(places.take(new EmbeddedChannel(), "192.0.2.1")).isTrue();
        assertThat(places.take(new EmbeddedChannel(), "192.0.2.1")).isTrue();
        assertThat(places.take(new EmbeddedChannel(), "192.0.2.1")).isFalse();
        assertThat(places.take(new EmbeddedChannel(), "192.0.2.2")).isTrue();
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void thisMachineIsBoundedByAllOfThemAlone() {
        for (int count = 0; count < 5; count++) {
            assertThat(places.take(new EmbeddedChannel(), "127.0.0.1")).isTrue();
        }
        assertThat(places.take(new EmbeddedChannel(), "127.0.0.1")).isFalse();
        assertThat(places.take(new EmbeddedChannel(), "192.0.2.1")).isFalse();
    }

    @Test
    void aChannelHasOnePlaceUntilItCloses() {
        EmbeddedChannel channel = new EmbeddedChannel();
        assertThat(places.take(channel, "192.0.2.1")).isTrue();
        assertThat(places.take(channel, "192.0.2.1")).isTrue();
        assertThat(places.taken()).isEqualTo(1);
        channel.close();
        assertThat(places.taken()).isZero();
        assertThat(places.take(new EmbeddedChannel(), "192.0.2.1")).isTrue();
    }

    @Test
    void eachKindHasPlacesOfItsOwn() {
        EmbeddedChannel channel = new EmbeddedChannel();
        SocketPlaces others = new SocketPlaces("others", 1, 1);
        assertThat(places.take(channel, "192.0.2.1")).isTrue();
        assertThat(others.take(channel, "192.0.2.1")).isTrue();
        assertThat(others.taken()).isEqualTo(1);
    }
}
