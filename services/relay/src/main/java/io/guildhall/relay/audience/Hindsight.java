package io.guildhall.relay.audience;

import io.guildhall.model.rpc.PositionedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What a guild's rules were when each of some past events came. A relay that is told of sessions hears at once how the rules are now, and then
 * what the sessions missed; what they could not see at its time they must not be sent, though they see the channel by now. Events of changes
 * say how things were before them, so the rules are followed backwards from the last event.
 */
final class Hindsight {
    private Hindsight() {}

    /** For each event the rules under which it came, in the order of the events; null where they were as they are now. */
    static List<GuildRules> rules(List<PositionedEvent> events, GuildRules now) {
        List<GuildRules> then = new ArrayList<>(events.size());
        GuildRules rules = now;
        for (PositionedEvent event : events.reversed()) {
            then.add(rules == now ? null : rules);
            if (event.getEvent().hasFormer()) {
                rules = rules.before(event.getEvent().getFormer());
            }
        }
        return then.reversed();
    }
}
