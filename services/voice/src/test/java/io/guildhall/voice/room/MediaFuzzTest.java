package io.guildhall.voice.room;

import static io.guildhall.voice.room.TestVoice.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.voice.room.TestVoice.Client;
import io.guildhall.voice.room.TestVoice.Sent;
import io.guildhall.voicemedia.AeadMode;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Hostile bytes at the port of media: nobody gets more than it sent, and nobody who is connected is touched. */
class MediaFuzzTest {
    private static final InetSocketAddress STRANGER = new InetSocketAddress("127.0.0.9", 9);
    private static final byte[] OPUS = {1, 2, 3};

    private final TestVoice voice = new TestVoice(8);
    private final Client speaker = voice.new Client(1, 55, AeadMode.AES256_GCM, ALL);
    private final Client listener = voice.new Client(2, 55, AeadMode.XCHACHA20_POLY1305, ALL);

    @Property(tries = 3000)
    void anyBytesGetAtMostAsMany(@ForAll @Size(max = 300) byte[] packet) {
        sendAndLook(packet);
    }

    @Property(tries = 2000)
    void aPacketThatIsChangedAnywhereIsNotForwarded(
            @ForAll @IntRange(max = 34) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] packet = speaker.packet(OPUS);
        packet[at % packet.length] ^= (byte) change;
        sendAndLook(packet);
        voice.pass(10);
        byte[] whole = speaker.packet(OPUS);
        voice.receive(whole, speaker.address);
        assertThat(voice.takeSent()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo(listener.address);
            assertThat(listener.open(sent)).isEqualTo(OPUS);
        });
    }

    @Property(tries = 1000)
    void aPacketThatIsCutAnywhereIsNotForwarded(@ForAll @IntRange(max = 34) int length) {
        byte[] packet = speaker.packet(OPUS);
        sendAndLook(Arrays.copyOf(packet, Math.min(length, packet.length - 1)));
    }

    private void sendAndLook(byte[] packet) {
        voice.receive(packet, STRANGER);
        List<Sent> sent = voice.takeSent();
        assertThat(sent.stream().mapToInt(answer -> answer.bytes().length).sum())
                .isLessThanOrEqualTo(packet.length);
        assertThat(sent).allMatch(answer -> answer.to().equals(STRANGER));
    }
}
