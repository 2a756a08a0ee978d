package io.guildhall.identity.factor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Base32 as in RFC 4648, as apps for codes show and read secrets. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** Empty when there is another letter in it. Spaces, dashes, padding and case do not count. */
    public static Optional<byte[]> decode(String text) {
        String letters = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[letters.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int bits = 0;
        int count = 0;
        for (char letter : letters.toCharArray()) {
            int value = ALPHABET.indexOf(letter);
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[count++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return Optional.of(Arrays.copyOf(bytes, count));
    }
}
