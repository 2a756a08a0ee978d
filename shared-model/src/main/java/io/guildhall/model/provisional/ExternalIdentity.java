package io.guildhall.model.provisional;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Who a player is elsewhere. Only digests of it are kept, which tell nobody more than that it is the same player. */
public final class ExternalIdentity {
    private ExternalIdentity() {}

    /** By the id that a game's own accounts have; 64 hexadecimal digits. */
    public static String ofGame(String externalUserId) {
        return digest("game\n" + externalUserId);
    }

    /** By whom an OpenID provider vouches for. No issuer has a line break. */
    public static String ofProvider(String issuer, String subject) {
        return digest("oidc\n" + issuer + '\n' + subject);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
