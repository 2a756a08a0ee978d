package io.guildhall.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizeTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d4948445200000140000000f00806000000,image/png,320,240,false",
        "474946383961400120010000000000000000000000000000000000000000,image/gif,320,288,true",
        "524946461a0000005745425056503820100000000000009d012a4001f000,image/webp,320,240,false",
        "524946461a00000057454250565038580a00000002000000 3f0100 ef0000,image/webp,320,240,true",
        "524946461a0000005745425056503 84c0d0000002f3fc13b0000000000000000,image/webp,320,240,false",
        "ffd8ffe000104a46494600010100000100010000ffc0001108 00f0 0140 0301220002110103,image/jpeg,320,240,false"
    })
    void theHeaderTellsTheSize(String hex, String type, int width, int height, boolean animated) throws IOException {
        assertThat(read(HexFormat.of().parseHex(pad(hex.replace(" ", "")))))
                .hasValue(new ImageSize(type, width, height, animated));
    }

    @Property(tries = 1000)
    void anythingElseIsNoPictureAndNothingWorse(@ForAll @Size(max = 64) byte[] junk) throws IOException {
        assertThat(read(junk)).isNotNull();
    }

    @Test
    void aJpegThatEndsTooEarlyIsNoPicture() throws IOException {
        assertThat(read(HexFormat.of().parseHex(pad("ffd8ffe0ffff")))).isEmpty();
    }

    private static String pad(String hex) {
        return hex.length() >= 60 ? hex : hex + "00".repeat(30 - hex.length() / 2);
    }

    private static Optional<ImageSize> read(byte[] bytes) throws IOException {
        return ImageSize.read(new ByteArrayInputStream(bytes));
    }
}
