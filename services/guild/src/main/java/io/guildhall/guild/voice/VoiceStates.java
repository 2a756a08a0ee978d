package io.guildhall.guild.voice;

import io.guildhall.model.rpc.SessionRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is in which voice channel of a guild: one state for each user. */
public final class VoiceStates {
    /** A user in a voice channel, with the gateway session that put it there. */
    public record InVoice(
            long userId, long channelId, SessionRef session, String sessionId, boolean selfMute, boolean selfDeaf) {
        public InVoice movedTo(long channel) {
            return new InVoice(userId, channel, session, sessionId, selfMute, selfDeaf);
        }
    }

    private final Map<Long, InVoice> byUser = new LinkedHashMap<>();

    public Optional<InVoice> find(long userId) {
        return Optional.ofNullable(byUser.get(userId));
    }

    public Collection<InVoice> all() {
        return byUser.values();
    }

    public long countIn(long channelId) {
        return byUser.values().stream()
                .filter(state -> state.channelId() == channelId)
                .count();
    }

    public void put(InVoice state) {
        byUser.put(state.userId(), state);
    }

    public void remove(long userId) {
        byUser.remove(userId);
    }
}
