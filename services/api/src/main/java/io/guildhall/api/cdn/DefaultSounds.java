package io.guildhall.api.cdn;

import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.objects.ObjectStore.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The files of the sounds that everybody has. Nobody recorded them: each is made when it is first asked for. */
final class DefaultSounds {
    static final String TYPE = "audio/wav";

    private static final Map<String, Supplier<Synthesizer>> SCORES = Map.of(
            "1", DefaultSounds::quack,
            "2", DefaultSounds::airhorn,
            "3", DefaultSounds::cricket,
            "4", DefaultSounds::golfClap,
            "7", DefaultSounds::sadHorn,
            "8", DefaultSounds::drums);

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private DefaultSounds() {}

    /** @param id of one of {@link SoundboardSound#DEFAULTS} */
    static Optional<StoredObject> find(String id) {
        return Optional.ofNullable(SCORES.get(id))
                .map(score -> MADE.computeIfAbsent(id, made -> score.get().wav()))
                .map(InMemory::new);
    }

    private static Synthesizer quack() {
        return new Synthesizer(0.6).horn(0, 0.2, 310, 190, 0.8).horn(0.28, 0.25, 300, 170, 0.8);
    }

    private static Synthesizer airhorn() {
        Synthesizer sound = new Synthesizer(1.5);
        for (double begin : new double[] {0, 0.18, 0.36}) {
            chord(sound, begin, begin < 0.3 ? 0.12 : 1.1);
        }
        return sound;
    }

    private static void chord(Synthesizer sound, double begin, double seconds) {
        for (double pitch : new double[] {370, 466, 554}) {
            sound.horn(begin, seconds, pitch, pitch, 0.3);
        }
    }

    private static Synthesizer cricket() {
        Synthesizer sound = new Synthesizer(1.6);
        for (int chirp = 0; chirp < 12; chirp++) {
            sound.tone(chirp / 3 * 0.4 + chirp % 3 * 0.07, 0.05, 4300, 4500, 0.5);
        }
        return sound;
    }

    private static Synthesizer golfClap() {
        Synthesizer sound = new Synthesizer(2.2);
        for (int clap = 0; clap < 11; clap++) {
            sound.noise(clap * 0.19 + clap % 3 * 0.02, 0.09, 0.5);
        }
        return sound;
    }

    private static Synthesizer sadHorn() {
        return new Synthesizer(3)
                .horn(0, 0.5, 294, 290, 0.6)
                .horn(0.55, 0.5, 277, 273, 0.6)
                .horn(1.1, 0.5, 262, 258, 0.6)
                .horn(1.65, 1.3, 247, 225, 0.6);
    }

    private static Synthesizer drums() {
        return new Synthesizer(1.8)
                .tone(0, 0.2, 180, 90, 0.9)
                .tone(0.22, 0.2, 140, 70, 0.9)
                .noise(0.55, 1.2, 0.5);
    }

    private record InMemory(byte[] bytes) implements StoredObject {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open(long offset, long length) {
            return new ByteArrayInputStream(bytes, Math.toIntExact(offset), Math.toIntExact(length));
        }
    }
}
