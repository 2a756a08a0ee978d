package io.guildhall.guild.state;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.model.rpc.SessionRef;
import java.util.Collection;
import java.util.Optional;

/** Who is in which voice channel of a guild: one state for each user. It never changes; each change gives another. */
public final class VoiceStates {
    private static final VoiceStates NONE = new VoiceStates(LongMap.empty(), LongMap.empty(), LongMap.empty());

    private final LongMap<InVoice> byUser;
    private final LongMap<Integer> counts;
    private final LongMap<String> statuses;

    private VoiceStates(LongMap<InVoice> byUser, LongMap<Integer> counts, LongMap<String> statuses) {
        this.byUser = byUser;
        this.counts = counts;
        this.statuses = statuses;
    }

    /**
     * A user in a voice channel, with the gateway session that put it there.
     *
     * @param suppressed the user listens only, until a moderator lets it speak
     * @param requestedAt since when the user asks to speak, in ms since 1970; null when it does not
     */
    public record InVoice(
            long userId,
            long channelId,
            SessionRef session,
            String sessionId,
            boolean selfMute,
            boolean selfDeaf,
            boolean suppressed,
            Long requestedAt) {
        public InVoice movedTo(long channel) {
            return new InVoice(userId, channel, session, sessionId, selfMute, selfDeaf, suppressed, requestedAt);
        }

        /** The same session, as another gateway serves it now. */
        public InVoice broughtBy(SessionRef reference) {
            return new InVoice(userId, channelId, reference, sessionId, selfMute, selfDeaf, suppressed, requestedAt);
        }

        public InVoice speaking(boolean suppress, Long request) {
            return new InVoice(userId, channelId, session, sessionId, selfMute, selfDeaf, suppress, request);
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

    /** What those in a channel say that goes on there. */
    public Optional<String> status(long channelId) {
        return statuses.find(channelId);
    }

    /** The same with what is said to go on in a channel; null for nothing. */
    public VoiceStates withStatus(long channelId, String status) {
        return new VoiceStates(
                byUser, counts, status == null ? statuses.without(channelId) : statuses.with(channelId, status));
    }

    public VoiceStates with(InVoice state) {
        VoiceStates others = without(state.userId());
        return new VoiceStates(
                others.byUser.with(state.userId(), state),
                others.counts.with(state.channelId(), others.countIn(state.channelId()) + 1),
                statuses);
    }

    public VoiceStates without(long userId) {
        InVoice state = byUser.get(userId);
        if (state == null) {
            return this;
        }
        int left = countIn(state.channelId()) - 1;
        return new VoiceStates(
                byUser.without(userId),
                left == 0 ? counts.without(state.channelId()) : counts.with(state.channelId(), left),
                statuses);
    }
}
