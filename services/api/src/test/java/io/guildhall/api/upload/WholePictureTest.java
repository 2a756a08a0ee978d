package io.guildhall.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholePictureTest {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";
    private static final String JPEG =
            "/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/"
                    + "yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=";

    @ParameterizedTest
    @ValueSource(strings = {PNG, GIF, WEBP, JPEG})
    void aPictureIsWholeOnlyWithItsLastByteAndNothingBehindIt(String base64) throws IOException {
        byte[] picture = Base64.getDecoder().decode(base64);
        assertThat(isWhole(picture)).isTrue();
        for (int length = 0; length < picture.length; length++) {
            assertThat(isWhole(Arrays.copyOf(picture, length)))
                    .as("its first %d bytes", length)
                    .isFalse();
        }
        assertThat(isWhole(Arrays.copyOf(picture, picture.length + 4))).isFalse();
    }

    @Test
    void aPngWithADamagedPieceIsNone() throws IOException {
        byte[] picture = Base64.getDecoder().decode(PNG);
        for (int index = 16; index < picture.length; index++) {
            byte[] damaged = picture.clone();
            damaged[index] ^= 4;
            assertThat(isWhole(damaged)).as("byte %d", index).isFalse();
        }
    }

    @Test
    void aPngHasAsManyPixelsAsItSays() throws IOException {
        assertThat(isWhole(png(7, 5, 0, 5 * (1 + 7 * 4)))).isTrue();
        assertThat(isWhole(png(7, 5, 0, 5 * (1 + 7 * 4) - 1))).isFalse();
        assertThat(isWhole(png(7, 5, 0, 10_000_000))).isFalse();
        // Interlaced: passes of 1x1, 1x1, 2x1, 2x2, 4x1, 3x3 and 7x2 pixels.
        assertThat(isWhole(png(7, 5, 1, 5 + 5 + 9 + 18 + 17 + 3 * 13 + 2 * 29))).isTrue();
    }

    @Test
    void anAnimatedPngIsKnown() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] still = png(1, 1, 0, 5);
        file.write(still, 0, 33);
        file.write(chunk("acTL", ByteBuffer.allocate(8).putInt(2).putInt(0).array()));
        file.write(chunk("fcTL", frameOf(0, 1, (short) 3, (short) 2)));
        file.write(chunk("fcTL", frameOf(1, 1, (short) 50, (short) 0)));
        file.write(still, 33, still.length - 33);
        assertThat(PngChunks.read(file.toByteArray())).hasValue(new PngChunks(2, 2));
        assertThat(PngChunks.read(still)).hasValue(new PngChunks(1, 0));
    }

    /** Of pieces before and behind the pixels: a for how many frames there are, f for a frame, d for pixels of one, each with its number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a2 f0 | f1 d2 | 2",
                "a1 | f0 d1 d2 | 1",
                "a5000 a1 f0 | | 0",
                "a1 f0 | f1 f2 d3 | 0",
                "a3 f0 | f1 d2 | 0",
                "a0 | | 0",
                "f0 | | 0",
                "| d0 | 0",
                "f0 | a1 | 0",
                "a2 f0 | f2 d3 | 0",
                "a2 f0 | f1 d1 | 0",
                "a1 d0 | f1 | 0",
                "a1 w0 | | 0"
            })
    void anAnimationHasTheFramesThatItSays(String before, String behind, int frames) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] still = png(1, 1, 0, 5);
        int end = still.length - 12;
        file.write(still, 0, 33);
        file.write(pieces(before));
        file.write(still, 33, end - 33);
        file.write(pieces(behind));
        file.write(still, end, 12);
        assertThat(PngChunks.read(file.toByteArray()).map(PngChunks::frames).orElse(0))
                .isEqualTo(frames);
    }

    private static byte[] pieces(String said) throws IOException {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (String piece : said == null ? new String[0] : said.split(" ", -1)) {
            int number = Integer.parseInt(piece.substring(1));
            pieces.write(
                    switch (piece.charAt(0)) {
                        case 'a' ->
                            chunk(
                                    "acTL",
                                    ByteBuffer.allocate(8)
                                            .putInt(number)
                                            .putInt(0)
                                            .array());
                        case 'd' ->
                            chunk("fdAT", ByteBuffer.allocate(5).putInt(number).array());
                        // Wider than the picture.
                        case 'w' -> chunk("fcTL", frameOf(number, 2, (short) 1, (short) 1));
                        default -> chunk("fcTL", frameOf(number, 1, (short) 1, (short) 1));
                    });
        }
        return pieces.toByteArray();
    }

    @Property(tries = 500)
    void junkIsNoPicture(@ForAll @Size(max = 100) byte[] junk) {
        for (String type : new String[] {"image/png", "image/gif", "image/webp", "image/jpeg"}) {
            assertThat(WholePicture.is(type, junk)).isFalse();
        }
    }

    private static boolean isWhole(byte[] bytes) throws IOException {
        return ImageSize.read(new ByteArrayInputStream(bytes))
                .filter(size -> WholePicture.is(size.type(), bytes))
                .isPresent();
    }

    private static byte[] png(int width, int height, int interlaced, int pixelBytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.write(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 6, 0, 0, (byte) interlaced})
                        .array()));
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[pixelBytes]);
        deflater.finish();
        byte[] data = new byte[pixelBytes + 100];
        file.write(chunk("IDAT", Arrays.copyOf(data, deflater.deflate(data))));
        deflater.end();
        file.write(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] frameOf(int number, int width, short numerator, short denominator) {
        return ByteBuffer.allocate(26)
                .putInt(0, number)
                .putInt(4, width)
                .putInt(8, 1)
                .putShort(20, numerator)
                .putShort(22, denominator)
                .array();
    }

    private static byte[] chunk(String name, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
