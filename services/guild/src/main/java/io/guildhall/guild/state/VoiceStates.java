package io.guildhall.guild.state;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.model.rpc.SessionRef;
import java.util.Collection;
import java.util.Optional;

/** Who is in which voice channel of a guild: one state for each user. It never changes; each change gives another. */
public final class VoiceStates {
    private static final VoiceStates NONE = new VoiceStates(LongMap.empty(), LongMap.empty());

    private final LongMap<InVoice> byUser;
    private final LongMap<Integer> counts;

    private VoiceStates(LongMap<InVoice> byUser, LongMap<Integer> counts) {
        this.byUser = byUser;
        this.counts = counts;
    }

    /** A user in a voice channel, with the gateway session that put it there. */
    public record InVoice(
            long userId, long channelId, SessionRef session, String sessionId, boolean selfMute, boolean selfDeaf) {
        public InVoice movedTo(long channel) {
            return new InVoice(userId, channel, session, sessionId, selfMute, selfDeaf);
        }
    }

    public static VoiceStates none() {
        return NONE;
    }

    public Optional<InVoice> find(long userId) {
        return byUser.find(userId);
    }

    /** By user. */
    public Collection<InVoice> all() {
        return byUser.values();
    }

    public int countIn(long channelId) {
        return counts.find(channelId).orElse(0);
    }

    public VoiceStates with(InVoice state) {
        VoiceStates others = without(state.userId());
        return new VoiceStates(
                others.byUser.with(state.userId(), state),
                others.counts.with(state.channelId(), others.countIn(state.channelId()) + 1));
    }

    public VoiceStates without(long userId) {
        InVoice state = byUser.get(userId);
        if (state == null) {
            return this;
        }
        int left = countIn(state.channelId()) - 1;
        return new VoiceStates(
                byUser.without(userId),
                left == 0 ? counts.without(state.channelId()) : counts.with(state.channelId(), left));
    }
}
