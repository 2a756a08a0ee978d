package io.guildhall.voice.admission;

import io.guildhall.identity.voice.VoiceToken;
import java.util.HashMap;
import java.util.Map;

/** Which tokens were used, for as long as they would be good. One thread. */
final class UsedTokens {
    private final long lifeMillis;
    /** When each was issued, by its nonce. */
    private final Map<Long, Long> used = new HashMap<>();

    UsedTokens(long lifeMillis) {
        this.lifeMillis = lifeMillis;
    }

    /** False when it was used before. */
    boolean take(VoiceToken token) {
        return used.putIfAbsent(token.nonce(), token.issuedAt()) == null;
    }

    void forget(long now) {
        used.values().removeIf(issued -> now - issued > lifeMillis);
    }

    int size() {
        return used.size();
    }
}
