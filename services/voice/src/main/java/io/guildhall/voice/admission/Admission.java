package io.guildhall.voice.admission;

import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.identity.voice.VoiceTokens;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a token is good: a gateway made it for this session and this node, not long ago, and it is shown for the first time. What was made
 * before this process began may have been used before, which nobody remembers, and is good no more. On the loop of media.
 */
public final class Admission {
    private final VoiceTokens tokens;
    private final String node;
    private final long lifeMillis;
    private final long since;
    private final UsedTokens used;

    /** @param since when this process began, in ms since 1970 */
    public Admission(VoiceTokens tokens, String node, Duration life, long since) {
        this.tokens = tokens;
        this.node = node;
        this.lifeMillis = life.toMillis();
        this.since = since;
        this.used = new UsedTokens(2 * lifeMillis);
    }

    public Optional<VoiceToken> take(String text, String sessionId, long now) {
        return tokens.read(text, sessionId, node)
                .filter(token -> token.issuedAt() >= since)
                // The clock of a gateway may be ahead a little.
                .filter(token -> Math.abs(now - token.issuedAt()) <= lifeMillis)
                .filter(used::take);
    }

    public void forget(long now) {
        used.forget(now);
    }

    public int remembered() {
        return used.size();
    }
}
