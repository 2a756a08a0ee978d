package io.guildhall.gateway.session;

import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a session is in voice, by guild, as the guilds' owners told, and what it asked them for last. Owners keep voice states in memory
 * alone: the next one has them from here. On the session's lane.
 */
public final class Voices {
    private Map<Long, UpdateVoiceState> told = Map.of();
    private Map<Long, UpdateVoiceState> asked = Map.of();

    /** The session is in voice in this guild, as it is said here. */
    public void told(long guildId, UpdateVoiceState state) {
        told = with(told, guildId, state);
    }

    /** The session is not in voice in this guild, or another one of its user is. */
    public void gone(long guildId) {
        told = without(told, guildId);
    }

    /** Whether the session is in this channel of a guild. */
    public boolean isIn(long guildId, long channelId) {
        UpdateVoiceState state = told.get(guildId);
        return state != null && state.getChannelId() == channelId;
    }

    /** Whether everything that the session asks for is as it asks for it. */
    public boolean isAsAsked(long guildId, UpdateVoiceState request) {
        UpdateVoiceState state = told.get(guildId);
        return state != null
                && state.getChannelId() == request.getChannelId()
                && state.getSelfMute() == request.getSelfMute()
                && state.getSelfDeaf() == request.getSelfDeaf();
    }

    /** The channels in which the session is, by guild. */
    public Map<Long, Long> channels() {
        return told.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, state -> state.getValue()
                .getChannelId()));
    }

    /** The session asks for this and for nothing that it asked for before. */
    public void ask(long guildId, UpdateVoiceState request) {
        asked = with(asked, guildId, request);
    }

    /** Whether an owner has still to hear of this. */
    public boolean asks(long guildId, UpdateVoiceState request) {
        return request.equals(asked.get(guildId));
    }

    /** An owner heard of it, or none will. */
    public void answered(long guildId, UpdateVoiceState request) {
        if (asks(guildId, request)) {
            asked = without(asked, guildId);
        }
    }

    void forget(long guildId) {
        gone(guildId);
        asked = without(asked, guildId);
    }

    /** The session goes on elsewhere. */
    Map<Long, UpdateVoiceState> takeAll() {
        Map<Long, UpdateVoiceState> all = told;
        told = Map.of();
        asked = Map.of();
        return all;
    }

    /** Where it is in a guild, as a session by this reference says it. */
    public Optional<UpdateVoiceState> in(long guildId, SessionRef session) {
        return Optional.ofNullable(told.get(guildId))
                .map(state -> state.toBuilder().setSession(session).build());
    }

    /** Few sessions are ever in voice: those that are not share the empty map. */
    private static Map<Long, UpdateVoiceState> with(Map<Long, UpdateVoiceState> map, long key, UpdateVoiceState value) {
        Map<Long, UpdateVoiceState> next = map.isEmpty() ? new HashMap<>(2) : map;
        next.put(key, value);
        return next;
    }

    private static Map<Long, UpdateVoiceState> without(Map<Long, UpdateVoiceState> map, long key) {
        if (map.containsKey(key)) {
            map.remove(key);
            return map.isEmpty() ? Map.of() : map;
        }
        return map;
    }
}
