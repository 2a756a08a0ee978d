package io.guildhall.voicemedia;

import java.util.HexFormat;

final class Hex {
    private Hex() {}

    static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
