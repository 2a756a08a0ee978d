package io.guildhall.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.guildhall.model.id.Snowflake;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads tokens: {@code base64url(user id).base64url(kind, issue time, proof).base64url(HMAC-SHA256)}. Client
 * libraries read their own id from the first part, so it is the id's decimal text.
 */
final class TokenCodec {
    static final int MIN_SECRET = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_LENGTH = 256;
    private static final int DETAIL_BYTES = 1 + Long.BYTES + Long.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final SecretKeySpec key;

    TokenCodec(String secret) {
        if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException("guildhall.token.secret has fewer than " + MIN_SECRET + " characters");
        }
        key = new SecretKeySpec(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), ALGORITHM);
    }

    String write(Token token) {
        ByteBuffer details = ByteBuffer.allocate(DETAIL_BYTES);
        details.put((byte) (token.bot() ? 1 : 0)).putLong(token.issuedAt()).putLong(token.proof());
        String signed = ENCODER.encodeToString(Snowflake.format(token.userId()).getBytes(US_ASCII)) + "."
                + ENCODER.encodeToString(details.array());
        return signed + "." + ENCODER.encodeToString(sign(signed));
    }

    /** Empty for everything that {@link #write} did not make with the same secret. */
    Optional<Token> read(String text) {
        int end = text.lastIndexOf('.');
        if (text.length() > MAX_LENGTH || end < 0) {
            return Optional.empty();
        }
        try {
            String signed = text.substring(0, end);
            if (!MessageDigest.isEqual(sign(signed), DECODER.decode(text.substring(end + 1)))) {
                return Optional.empty();
            }
            int middle = signed.indexOf('.');
            long user = Snowflake.parse(new String(DECODER.decode(signed.substring(0, middle)), US_ASCII));
            ByteBuffer details = ByteBuffer.wrap(DECODER.decode(signed.substring(middle + 1)));
            return Optional.of(new Token(user, details.get() == 1, details.getLong(), details.getLong()));
        } catch (IllegalArgumentException e) {
            // No base64: no token of ours.
            return Optional.empty();
        }
    }

    private byte[] sign(String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
