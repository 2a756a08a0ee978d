package io.guildhall.guild.voice;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.state.VoiceGrounds;
import io.guildhall.model.rpc.VoicePlace;

/** What the voice node was told of each member who is in voice, and from what that was computed. It never changes. */
record ToldPlaces(LongMap<Told> byUser, VoiceGrounds grounds) {
    /** @param byRight whether the member might connect to the channel by itself when it came; who was moved there may stay without */
    record Told(VoicePlace place, boolean byRight) {}
}
