package io.guildhall.voice.place;

import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.model.rpc.VoicePlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is in voice, as the guilds' owners say. What an owner says of a member holds until it, or a later owner, says something newer; what comes
 * late changes nothing. That somebody is nowhere is remembered for a while, so that nothing older brings them back. One thread.
 */
public final class Places {
    /** No owner goes on saying the same for longer. */
    private static final long REMEMBERED_MILLIS = 120_000;

    private final Map<Long, Map<Long, Held>> guilds = new HashMap<>();

    private record Held(long epoch, long version, VoicePlace place, long since) {
        boolean olderThan(VoicePlaces told) {
            int epochs = Long.compareUnsigned(epoch, told.getEpoch());
            return epochs < 0 || epochs == 0 && version < told.getVersion();
        }

        boolean nowhere() {
            return place.getChannelId() == 0;
        }
    }

    /**
     * @param now in ms since 1970
     * @return what is different by now
     */
    public List<VoicePlace> take(VoicePlaces told, long now) {
        Map<Long, Held> members = guilds.computeIfAbsent(told.getGuildId(), guild -> new HashMap<>());
        List<VoicePlace> different = new ArrayList<>();
        for (VoicePlace place : told.getPlacesList()) {
            put(members, place, told, now, different);
        }
        if (told.getWhole()) {
            Set<Long> named =
                    told.getPlacesList().stream().map(VoicePlace::getUserId).collect(Collectors.toSet());
            for (long user : List.copyOf(members.keySet())) {
                if (!named.contains(user)) {
                    put(members, VoicePlace.newBuilder().setUserId(user).build(), told, now, different);
                }
            }
        }
        return different;
    }

    private static void put(
            Map<Long, Held> members, VoicePlace place, VoicePlaces told, long now, List<VoicePlace> different) {
        Held before = members.get(place.getUserId());
        if (before == null || before.olderThan(told)) {
            members.put(place.getUserId(), new Held(told.getEpoch(), told.getVersion(), place, now));
            if (before == null || !before.place().equals(place)) {
                different.add(place);
            }
        }
    }

    /** Empty for somebody who is in no channel, and of whom no owner has said anything. */
    public Optional<VoicePlace> find(long guildId, long userId) {
        return Optional.ofNullable(guilds.getOrDefault(guildId, Map.of()).get(userId))
                .filter(held -> !held.nowhere())
                .map(Held::place);
    }

    /** Forgets what needs to be remembered no longer. */
    public void forget(long now) {
        guilds.values().forEach(members -> members.values()
                .removeIf(held -> held.nowhere() && now - held.since() > REMEMBERED_MILLIS));
        guilds.values().removeIf(Map::isEmpty);
    }
}
