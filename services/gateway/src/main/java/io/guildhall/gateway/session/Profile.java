package io.guildhall.gateway.session;

import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenClaim;

/**
 * What a session said about itself when it identified.
 *
 * @param intents the intents bit set, every bit for people
 * @param largeThreshold members beyond which GUILD_CREATE leaves those offline out
 * @param presence the presence as JSON; empty means online with no activity
 * @param proof the one of the token that it identified with ({@link TokenClaim}); 0 when it is not known
 */
public record Profile(
        long userId,
        boolean bot,
        long login,
        long intents,
        int shard,
        int shards,
        int largeThreshold,
        byte[] presence,
        long proof) {
    /** People's sessions are told everything. */
    public static final long EVERY_INTENT = -1;

    private static final int SHARD_SHIFT = 22;

    /** As one whose token is not known. */
    public Profile(
            long userId,
            boolean bot,
            long login,
            long intents,
            int shard,
            int shards,
            int largeThreshold,
            byte[] presence) {
        this(userId, bot, login, intents, shard, shards, largeThreshold, presence, 0);
    }

    /** True for the token that the session began with, or one that lives and dies with that. */
    public boolean proves(TokenClaim claim) {
        return proof != 0 && claim.proof() == proof && claim.userId() == userId && claim.bot() == bot;
    }

    /**
     * Whether the session is one of this user's by this login. Another login of the same person has sessions of its own: were one taken over, it
     * would outlive the login that has it. What earlier versions hand over may name no login.
     */
    public boolean belongsTo(Identity identity) {
        return userId == identity.userId() && (login == 0 || login == identity.sessionId());
    }

    /** True when the guild belongs to this session's shard. */
    public boolean takes(long guildId) {
        return shards <= 1 || (guildId >>> SHARD_SHIFT) % shards == shard;
    }

    /** True when direct messages come to this session. */
    public boolean direct() {
        return shard == 0;
    }

    /** The same session, known to belong to this login. */
    public Profile withLogin(long known) {
        return new Profile(userId, bot, known, intents, shard, shards, largeThreshold, presence, proof);
    }

    /** The same session, known to have begun with a token of this proof. */
    public Profile withProof(long known) {
        return new Profile(userId, bot, login, intents, shard, shards, largeThreshold, presence, known);
    }

    Profile withPresence(byte[] changed) {
        return new Profile(userId, bot, login, intents, shard, shards, largeThreshold, changed, proof);
    }
}
