package io.guildhall.identity.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.identity.mac.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes and reads what sessions show voice nodes: base64url of what the token says and an HMAC-SHA256 over it, over the gateway session's id
 * and over the node's. Neither of the two stands in it: it is worth nothing to another session, and to another node. Gateways make them, and
 * voice nodes read them. That each is good once, and for how long, is for the node to see to. Any thread.
 */
public final class VoiceTokens {
    private static final int CONTENT_BYTES = 5 * Long.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LENGTH = ((CONTENT_BYTES + KeyedHash.BYTES) * 4 + 2) / 3;

    private final KeyedHash hash;

    /** @param secret of all tokens, the same on every node */
    public VoiceTokens(String secret) {
        hash = KeyedHash.of(secret, "tokens of voice");
    }

    public String write(VoiceToken token, String sessionId, String node) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(token.userId())
                .putLong(token.serverId())
                .putLong(token.channelId())
                .putLong(token.issuedAt())
                .putLong(token.nonce())
                .array();
        byte[] all = Arrays.copyOf(content, CONTENT_BYTES + KeyedHash.BYTES);
        System.arraycopy(hash(content, sessionId, node), 0, all, CONTENT_BYTES, KeyedHash.BYTES);
        return ENCODER.encodeToString(all);
    }

    /** Empty for everything that {@link #write} did not make for this session and this node with the same secret. */
    public Optional<VoiceToken> read(String text, String sessionId, String node) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(all, CONTENT_BYTES);
        byte[] shown = Arrays.copyOfRange(all, CONTENT_BYTES, all.length);
        if (!MessageDigest.isEqual(hash(content, sessionId, node), shown)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        return Optional.of(new VoiceToken(
                fields.getLong(), fields.getLong(), fields.getLong(), fields.getLong(), fields.getLong()));
    }

    /** The first id is preceded by its length, so that no two pairs of ids are written alike. */
    private byte[] hash(byte[] content, String sessionId, String node) {
        byte[] session = sessionId.getBytes(UTF_8);
        byte[] place = node.getBytes(UTF_8);
        return hash.of(ByteBuffer.allocate(CONTENT_BYTES + Integer.BYTES + session.length + place.length)
                .put(content)
                .putInt(session.length)
                .put(session)
                .put(place)
                .array());
    }
}
