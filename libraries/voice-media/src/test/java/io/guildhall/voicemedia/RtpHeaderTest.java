package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtpHeaderTest {
    private static final byte[] PLAIN = Hex.bytes("80 78 0102 03040506 0708090a");

    @Test
    void aPlainHeaderHasTwelveBytes() {
        assertThat(RtpHeader.of(PLAIN, PLAIN.length))
                .contains(new RtpHeader(12, false, 0, false, 120, 0x0102, 0x03040506, 0x0708090A));
    }

    @Test
    void contributingSourcesAndTheWordOfAnExtensionAreNotSealed() {
        byte[] packet = Hex.bytes("92 f8 0102 03040506 0708090a 00000001 00000002 bede0002");
        assertThat(RtpHeader.of(packet, packet.length))
                .contains(new RtpHeader(24, false, 8, true, 120, 0x0102, 0x03040506, 0x0708090A));
    }

    @ParameterizedTest
    @CsvSource({
        "8078010203040506070809",
        "40780102030405060708090a",
        "c0780102030405060708090a",
        "9078010203040506070809 0a bede",
        "8f780102030405060708090a",
    })
    void whatIsNotThereWholeIsNoHeader(String hexadecimal) {
        byte[] packet = Hex.bytes(hexadecimal);
        assertThat(RtpHeader.of(packet, packet.length)).isEmpty();
    }

    @Test
    void anExtensionThatIsLongerThanWhatWasSealedDoesNotFit() {
        byte[] packet = Hex.bytes("90 78 0102 03040506 0708090a bedeffff");
        RtpHeader header = RtpHeader.of(packet, packet.length).orElseThrow();
        assertThat(header.fits(new byte[100], 100)).isFalse();
        assertThat(header.fits(new byte[4 * 0xFFFF], 4 * 0xFFFF)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false", "255, false"})
    void paddingFitsIntoThePayload(int padding, boolean fits) {
        byte[] packet = Hex.bytes("a0 78 0102 03040506 0708090a");
        RtpHeader header = RtpHeader.of(packet, packet.length).orElseThrow();
        byte[] opened = new byte[10];
        opened[3] = (byte) padding;
        assertThat(header.fits(opened, 4)).isEqualTo(fits);
        assertThat(header.fits(opened, 0)).isFalse();
    }

    @Property(tries = 5000)
    void noBytesLeadBeyondTheirEnd(@ForAll @Size(max = 120) byte[] packet, @ForAll @IntRange(max = 120) int cut) {
        int length = Math.min(cut, packet.length);
        RtpHeader.of(packet, length).ifPresent(header -> {
            assertThat(header.length()).isBetween(12, length);
            byte[] rest = Arrays.copyOfRange(packet, header.length(), length);
            if (header.fits(rest, rest.length)) {
                assertThat(header.extensionBytes()).isBetween(0, rest.length);
            }
        });
    }
}
