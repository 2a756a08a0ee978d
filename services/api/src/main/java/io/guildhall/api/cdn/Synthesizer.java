package io.guildhall.api.cdn;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Puts tones and noises together to a sound of one channel. Times are in seconds, pitches in Hz, loudness is from 0 to 1. */
final class Synthesizer {
    private static final int RATE = 22_050;
    private static final int HEADER = 44;
    private static final int OVERTONES = 8;
    private static final double ATTACK = 0.01;

    /** The same noise each time. */
    private static final long SEED = 8;

    private final double[] samples;

    Synthesizer(double seconds) {
        samples = new double[(int) (seconds * RATE)];
    }

    /** A pure tone that fades while its pitch slides. */
    Synthesizer tone(double begin, double seconds, double from, double to, double loudness) {
        return glide(begin, seconds, from, to, phase -> loudness * Math.sin(phase), true);
    }

    /** A reedy tone, with overtones, that stays as loud as it is. */
    Synthesizer horn(double begin, double seconds, double from, double to, double loudness) {
        return glide(
                begin,
                seconds,
                from,
                to,
                phase -> {
                    double sum = 0;
                    for (int overtone = 1; overtone <= OVERTONES; overtone++) {
                        sum += Math.sin(overtone * phase) / overtone;
                    }
                    return loudness * sum / 2;
                },
                false);
    }

    /** A hiss that fades. */
    Synthesizer noise(double begin, double seconds, double loudness) {
        Random random = new Random(SEED);
        return glide(begin, seconds, 0, 0, phase -> loudness * (random.nextDouble() * 2 - 1), true);
    }

    /** The sound as a WAV file of 16 bits a sample. */
    byte[] wav() {
        int data = samples.length * Short.BYTES;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(HEADER - 8 + data).put("WAVEfmt ".getBytes(US_ASCII));
        wav.putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) Short.SIZE);
        wav.put("data".getBytes(US_ASCII)).putInt(data);
        for (double sample : samples) {
            wav.putShort((short) (Math.clamp(sample, -1, 1) * Short.MAX_VALUE));
        }
        return wav.array();
    }

    private Synthesizer glide(
            double begin, double seconds, double from, double to, DoubleUnaryOperator wave, boolean fades) {
        int first = (int) (begin * RATE);
        int count = Math.min((int) (seconds * RATE), samples.length - first);
        double phase = 0;
        for (int index = 0; index < count; index++) {
            double done = index / (double) count;
            phase += 2 * Math.PI * (from + (to - from) * done) / RATE;
            double rising = Math.min(1, index / (ATTACK * RATE));
            double falling = fades ? (1 - done) * (1 - done) : Math.min(1, (count - index) / (ATTACK * RATE));
            samples[first + index] += wave.applyAsDouble(phase) * rising * falling;
        }
        return this;
    }
}
