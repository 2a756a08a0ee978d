package io.guildhall.relay.audience;

import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.PositionedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How things were in a guild when each of some past events came. A relay that is told of sessions hears at once how they are now, and then
 * what the sessions missed; what they could not see at its time they must not be sent, though they see the channel by now. The first event of a
 * change has the change's position and says how things were until then, so rules and members' roles are followed backwards from the last
 * event. What an event's change made different for its receivers ({@code former}) may have come about earlier, by such an event.
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
            if (event.hasBefore()) {
                then = then.before(event.getBefore());
            }
            if (event.hasFormerMember()) {
                then = then.before(event.getFormerMember());
            }
        }
        return all.reversed();
    }
}
