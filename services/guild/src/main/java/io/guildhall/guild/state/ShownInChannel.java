package io.guildhall.guild.state;

import io.guildhall.model.rpc.Event;
import java.util.List;

/** A part of a guild of which those hear who see a channel: what goes on there, or will. */
public interface ShownInChannel {
    /** The events that would tell of it if all of it began now. */
    List<Event.Builder> beginningIn(long channelId);
}
