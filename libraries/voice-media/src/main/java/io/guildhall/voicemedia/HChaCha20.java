package io.guildhall.voicemedia;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Makes a key of 32 bytes from another one and 16 bytes of a nonce, as draft-irtf-cfrg-xchacha has it. One thread. */
final class HChaCha20 {
    static final int NONCE_BYTES = 16;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORDS = 16;
    private static final int DOUBLE_ROUNDS = 10;

    private final int[] state = new int[WORDS];

    void derive(byte[] key, byte[] nonce, byte[] derived) {
        state[0] = 0x61707865;
        state[1] = 0x3320646e;
        state[2] = 0x79622d32;
        state[3] = 0x6b206574;
        for (int word = 0; word < 8; word++) {
            state[4 + word] = (int) INTS.get(key, Integer.BYTES * word);
        }
        for (int word = 0; word < 4; word++) {
            state[12 + word] = (int) INTS.get(nonce, Integer.BYTES * word);
        }
        for (int round = 0; round < DOUBLE_ROUNDS; round++) {
            columns();
            diagonals();
        }
        for (int word = 0; word < 4; word++) {
            INTS.set(derived, Integer.BYTES * word, state[word]);
            INTS.set(derived, Integer.BYTES * (4 + word), state[12 + word]);
        }
    }

    private void columns() {
        quarter(0, 4, 8, 12);
        quarter(1, 5, 9, 13);
        quarter(2, 6, 10, 14);
        quarter(3, 7, 11, 15);
    }

    private void diagonals() {
        quarter(0, 5, 10, 15);
        quarter(1, 6, 11, 12);
        quarter(2, 7, 8, 13);
        quarter(3, 4, 9, 14);
    }

    private void quarter(int one, int two, int three, int four) {
        state[one] += state[two];
        state[four] = Integer.rotateLeft(state[four] ^ state[one], 16);
        state[three] += state[four];
        state[two] = Integer.rotateLeft(state[two] ^ state[three], 12);
        state[one] += state[two];
        state[four] = Integer.rotateLeft(state[four] ^ state[one], 8);
        state[three] += state[four];
        state[two] = Integer.rotateLeft(state[two] ^ state[three], 7);
    }
}
