package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.guildhall.model.error.ApiException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFileTest {
    private static final int FRAME_OF_128_KBIT = 417;
    private static final int RATE = 48_000;

    @Test
    void anMp3SoundsAsLongAsItsFrames() {
        byte[] sound = mp3(100);
        assertThat(Mp3Frames.seconds(sound).orElseThrow()).isCloseTo(100 * 1152 / 44_100.0, within(0.001));
        assertThat(Mp3Frames.seconds(joined(tag(300), sound, "TAG".getBytes(ISO_8859_1), new byte[125]))
                        .orElseThrow())
                .isCloseTo(100 * 1152 / 44_100.0, within(0.001));
        SoundFile.require(sound);
        refused(50124, mp3(200));
    }

    @Test
    void anOggSoundsUntilItsLastPage() {
        SoundFile.require(ogg(vorbis(), RATE * 5L));
        SoundFile.require(ogg(opus(), RATE * 5L));
        refused(50124, ogg(vorbis(), RATE * 6L));
        refused(50124, ogg(opus(), RATE * 6L));
        refused(50192, ogg(vorbis(), 0));
        refused(50192, ogg("no such thing at all".getBytes(ISO_8859_1), RATE));
    }

    @Test
    void whatIsCutOffOrHiddenBehindTheSoundIsRefused() {
        byte[] sound = ogg(vorbis(), RATE);
        refused(50192, Arrays.copyOf(sound, sound.length - 1));
        refused(50192, joined(sound, new byte[600]));
        refused(50192, joined(mp3(10), new byte[600]));
        refused(50192, tag(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RIFF....WAVEfmt ", "<html>", "Ogg", "\u00FF\u00FB"})
    void anythingElseIsNoSound(String text) {
        refused(50123, text.getBytes(ISO_8859_1));
    }

    @Test
    void noBytesBreakIt() {
        Random random = new Random(5);
        byte[][] seeds = {mp3(3), ogg(vorbis(), RATE), joined(tag(20), mp3(2))};
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = seeds[round % seeds.length].clone();
            for (int change = 0; change < 4; change++) {
                bytes[random.nextInt(Math.min(bytes.length, 90))] = (byte) random.nextInt();
            }
            try {
                SoundFile.require(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            } catch (ApiException refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        }
    }

    private static void refused(int code, byte[] bytes) {
        assertThatThrownBy(() -> SoundFile.require(bytes))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    /** Of MPEG 1, 128 kbit/s and 44.1 kHz. */
    private static byte[] mp3(int frames) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        for (int frame = 0; frame < frames; frame++) {
            sound.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0});
            sound.writeBytes(new byte[FRAME_OF_128_KBIT - 4]);
        }
        return sound.toByteArray();
    }

    private static byte[] tag(int length) {
        byte[] tag = new byte[10 + length];
        System.arraycopy(
                new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, (byte) (length >> 7), (byte) (length & 0x7F)}, 0, tag, 0, 10);
        return tag;
    }

    private static byte[] vorbis() {
        return ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .put("vorbis".getBytes(ISO_8859_1))
                .putInt(0)
                .put((byte) 2)
                .putInt(RATE)
                .array();
    }

    private static byte[] opus() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(ISO_8859_1))
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) 312)
                .array();
    }

    private static byte[] ogg(byte[] head, long end) {
        return joined(page(0, head), page(end, new byte[100]));
    }

    private static byte[] page(long granule, byte[] body) {
        return ByteBuffer.allocate(28 + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OggS".getBytes(ISO_8859_1))
                .putShort((short) 0)
                .putLong(granule)
                .putInt(7)
                .putLong(0)
                .put((byte) 1)
                .put((byte) body.length)
                .put(body)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
