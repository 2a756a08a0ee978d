package io.guildhall.relay.audience;

import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.PositionedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How things were in a guild when each of some past events came. A relay that is told of sessions hears at once how they are now, and then
 * what the sessions missed; what they could not see at its time they must not be sent, though they see the channel by now. Events of changes
 * say how things were before them, so rules and members' roles are followed backwards from the last event.
 */
final class Hindsight {
    private Hindsight() {}

    /** For each event how things were then, in the order of the events; null where they were as they are now. */
    static List<Then> of(List<PositionedEvent> events, GuildRules now) {
        List<Then> all = new ArrayList<>(events.size());
        Then present = new Then(now, Map.of());
        Then then = present;
        for (PositionedEvent positioned : events.reversed()) {
            all.add(then == present ? null : then);
            Event event = positioned.getEvent();
            if (event.hasFormer()) {
                then = new Then(then.rules().before(event.getFormer()), then.members());
            }
            if (event.hasFormerMember()) {
                then = then.before(event.getFormerMember());
            }
        }
        return all.reversed();
    }
}
