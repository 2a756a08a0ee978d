package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpDiscoveryTest {
    private static byte[] question(int ssrc) {
        byte[] question = new byte[IpDiscovery.LENGTH];
        question[1] = 1;
        question[3] = 70;
        Bytes.putInt32(question, 4, ssrc);
        return question;
    }

    @Test
    void theAnswerHasTheAddressAndThePortAndNothingOfWhatStoodThere() {
        byte[] question = question(77);
        Arrays.fill(question, 8, 74, (byte) 'x');
        assertThat(PacketKind.of(question, question.length)).isEqualTo(PacketKind.DISCOVERY);
        assertThat(IpDiscovery.ssrc(question)).isEqualTo(77);
        IpDiscovery.answer(question, "203.0.113.9", 50_001);
        assertThat(Hex.of(Arrays.copyOf(question, 8))).isEqualTo("000200460000004d");
        assertThat(new String(question, 8, 64, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("203.0.113.9" + "\0".repeat(53));
        assertThat(Bytes.unsigned16(question, 72)).isEqualTo(50_001);
    }

    @Test
    void anAnswerIsNotTakenForAQuestion() {
        byte[] question = question(1);
        IpDiscovery.answer(question, "::1", 1);
        assertThat(PacketKind.of(question, question.length)).isNotEqualTo(PacketKind.DISCOVERY);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 73, 75, 148})
    void anotherLengthIsNoQuestion(int length) {
        byte[] packet = Arrays.copyOf(question(1), Math.max(length, IpDiscovery.LENGTH));
        assertThat(PacketKind.of(packet, length)).isNotEqualTo(PacketKind.DISCOVERY);
    }

    @Test
    void anAddressThatHasNoRoomForTheZeroBehindItIsRefused() {
        assertThatThrownBy(() -> IpDiscovery.answer(question(1), "a".repeat(64), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whateverStandsInAQuestionItsAnswerIsAsLong(@ForAll @Size(74) byte[] packet) {
        packet[0] = 0;
        packet[1] = 1;
        packet[2] = 0;
        packet[3] = 70;
        int length = packet.length;
        IpDiscovery.answer(packet, "127.0.0.1", 9);
        assertThat(packet).hasSize(length);
    }
}
