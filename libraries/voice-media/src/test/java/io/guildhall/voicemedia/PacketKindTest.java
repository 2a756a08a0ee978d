package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketKindTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 12, STUN",
        "3, 0, 20, STUN",
        "4, 0, 20, UNKNOWN",
        "19, 0, 20, UNKNOWN",
        "20, 0, 20, DTLS",
        "63, 0, 20, DTLS",
        "64, 0, 20, UNKNOWN",
        "127, 0, 20, UNKNOWN",
        "128, 120, 12, RTP",
        "144, 248, 12, RTP",
        "128, 191, 12, RTP",
        "128, 192, 12, RTCP",
        "128, 200, 12, RTCP",
        "128, 223, 12, RTCP",
        "128, 224, 12, RTP",
        "191, 120, 12, RTP",
        "192, 120, 12, UNKNOWN",
        "255, 255, 80, UNKNOWN",
        "128, 120, 11, UNKNOWN",
        "128, 120, 8, KEEP_ALIVE",
        "0, 0, 1, KEEP_ALIVE",
    })
    void aPacketIsToldByItsFirstBytesAndItsLength(int first, int second, int length, PacketKind expected) {
        byte[] packet = new byte[Math.max(length, 2)];
        packet[0] = (byte) first;
        packet[1] = (byte) second;
        assertThat(PacketKind.of(packet, length)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1337cafe00000001, PING", "1337cafe000001, KEEP_ALIVE", "1337f00d00000001, KEEP_ALIVE"})
    void onlyAWholePingIsOne(String hexadecimal, PacketKind expected) {
        byte[] packet = Hex.bytes(hexadecimal);
        assertThat(PacketKind.of(packet, packet.length)).isEqualTo(expected);
    }

    @Property(tries = 5000)
    void whateverComesIsOfSomeKind(@ForAll @Size(max = 200) byte[] packet) {
        assertThat(PacketKind.of(packet, packet.length)).isNotNull();
    }
}
