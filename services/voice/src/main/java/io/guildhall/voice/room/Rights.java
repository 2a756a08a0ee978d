package io.guildhall.voice.room;

import io.guildhall.model.rpc.VoicePlace;

/** What somebody may do in a room, as the guild's owner says. */
public record Rights(boolean speaks, boolean hears, boolean priority) {
    public static Rights of(VoicePlace place) {
        return new Rights(place.getSpeaks(), place.getHears(), place.getPriority());
    }
}
