package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealsTest {
    private static final int HEADER = 12;
    private static final int LONGEST = 1500;

    private final Seals seals = new Seals();
    private final SecureRandom random = new SecureRandom();

    @Property(tries = 300)
    void whatIsSealedComesOutAgain(
            @ForAll AeadMode mode,
            @ForAll @Size(max = 1400) byte[] plain,
            @ForAll int nonce,
            @ForAll @IntRange(min = 12, max = 72) int header) {
        MediaKey key = MediaKey.generate(mode, random);
        byte[] packet = new byte[LONGEST];
        byte[] shown = new byte[header];
        random.nextBytes(shown);
        System.arraycopy(shown, 0, packet, 0, header);
        int length = seals.seal(key, nonce, plain, plain.length, packet, header);
        assertThat(length).isEqualTo(header + plain.length + Seals.OVERHEAD);
        assertThat(Seals.nonce(packet, length)).isEqualTo(nonce);
        assertThat(Arrays.copyOf(packet, header)).isEqualTo(shown);
        byte[] opened = new byte[LONGEST];
        assertThat(seals.open(key, packet, header, length, opened)).isEqualTo(plain.length);
        assertThat(Arrays.copyOf(opened, plain.length)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void aPacketThatIsChangedAnywhereDoesNotOpen(AeadMode mode) {
        MediaKey key = MediaKey.generate(mode, random);
        byte[] packet = new byte[LONGEST];
        int length = seals.seal(key, 5, new byte[20], 20, packet, HEADER);
        for (int at = 0; at < length; at++) {
            byte[] changed = Arrays.copyOf(packet, length);
            changed[at] ^= 1;
            assertThat(seals.open(key, changed, HEADER, length, new byte[LONGEST]))
                    .as("byte %d", at)
                    .isEqualTo(Seals.FORGED);
        }
        assertThat(seals.open(key, packet, HEADER, length, new byte[LONGEST])).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void theKeyOfAnotherSessionOpensNothing(AeadMode mode) {
        byte[] packet = new byte[LONGEST];
        int length = seals.seal(MediaKey.generate(mode, random), 5, new byte[20], 20, packet, HEADER);
        assertThat(seals.open(MediaKey.generate(mode, random), packet, HEADER, length, new byte[LONGEST]))
                .isEqualTo(Seals.FORGED);
    }

    @Property(tries = 2000)
    void hostileBytesAreForgedHoweverShortTheyAre(@ForAll AeadMode mode, @ForAll @Size(max = 100) byte[] packet) {
        MediaKey key = MediaKey.generate(mode, random);
        assertThat(seals.open(key, packet, Math.min(HEADER, packet.length), packet.length, new byte[LONGEST]))
                .isEqualTo(Seals.FORGED);
    }

    @Test
    void whatIsLongerThanThereIsRoomForIsNotOpened() {
        MediaKey key = MediaKey.generate(AeadMode.AES256_GCM, random);
        byte[] packet = new byte[LONGEST];
        int length = seals.seal(key, 5, new byte[200], 200, packet, HEADER);
        assertThat(seals.open(key, packet, HEADER, length, new byte[100])).isEqualTo(Seals.FORGED);
    }

    @Test
    void theFastestModeIsOfferedFirst() {
        assertThat(AeadMode.ids())
                .containsExactly("aead_aes256_gcm_rtpsize", "aead_xchacha20_poly1305_rtpsize")
                .allMatch(id -> AeadMode.find(id).isPresent());
        assertThat(AeadMode.find("xsalsa20_poly1305")).isEmpty();
    }
}
