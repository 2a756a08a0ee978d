package io.guildhall.api.cdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.objects.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class DefaultSoundsTest {
    @Test
    void everySoundThatEverybodyHasCanBeHeard() throws IOException {
        for (SoundboardSound sound : SoundboardSound.DEFAULTS) {
            StoredObject stored = DefaultSounds.find(sound.soundId()).orElseThrow();
            try (InputStream content = stored.open()) {
                byte[] wav = content.readAllBytes();
                assertThat(wav).hasSize((int) stored.size());
                assertThat(new String(wav, 0, 4, US_ASCII)).isEqualTo("RIFF");
                ByteBuffer file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
                assertThat(file.getInt(4)).isEqualTo(wav.length - 8);
                assertThat(file.getInt(40)).isEqualTo(wav.length - 44);
                assertThat(loudest(file)).as(sound.name()).isGreaterThan(Short.MAX_VALUE / 4);
            }
        }
        assertThat(DefaultSounds.find("5")).isEmpty();
    }

    private static int loudest(ByteBuffer wav) {
        int loudest = 0;
        for (int place = 44; place < wav.capacity(); place += 2) {
            loudest = Math.max(loudest, Math.abs(wav.getShort(place)));
        }
        return loudest;
    }
}
