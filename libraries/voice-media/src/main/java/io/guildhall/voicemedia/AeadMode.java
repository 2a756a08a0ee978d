package io.guildhall.voicemedia;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How packets are sealed. In the order in which they are offered: the first is the fastest where processors help with AES. */
public enum AeadMode {
    AES256_GCM("aead_aes256_gcm_rtpsize"),
    XCHACHA20_POLY1305("aead_xchacha20_poly1305_rtpsize");

    private final String id;

    AeadMode(String id) {
        this.id = id;
    }

    /** As clients name it. */
    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(AeadMode::id).toList();
    }

    public static Optional<AeadMode> find(String id) {
        return Arrays.stream(values()).filter(mode -> mode.id.equals(id)).findFirst();
    }
}
