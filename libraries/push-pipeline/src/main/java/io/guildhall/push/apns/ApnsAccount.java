package io.guildhall.push.apns;

import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Who sends to Apple's devices.
 *
 * @param key with which each connection proves who it is
 * @param application the bundle's identifier, such as {@code org.example.chat}
 */
public record ApnsAccount(ApnsSigningKey key, String application) {
    /**
     * @param file of the key as Apple's site gives it out (.p8)
     * @throws IllegalArgumentException when it is none
     */
    public static ApnsAccount of(String file, String keyId, String team, String application) {
        try {
            return new ApnsAccount(
                    ApnsSigningKey.loadFromInputStream(
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)), team, keyId),
                    application);
        } catch (IOException | GeneralSecurityException invalid) {
            throw new IllegalArgumentException("the key of APNs is none", invalid);
        }
    }
}
