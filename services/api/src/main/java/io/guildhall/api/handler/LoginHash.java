package io.guildhall.api.handler;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How a login is named to its owner: not by the number that stands in its token. */
final class LoginHash {
    private LoginHash() {}

    static String of(long sessionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Long.toUnsignedString(sessionId).getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
