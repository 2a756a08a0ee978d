package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.SortedTree;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A person's session that looks at parts of lists.
 *
 * @param spots the parts, each once
 * @param generation of the lists that the parts are of
 */
record Looking(SessionRef session, long userId, Subscription subscription, List<Spot> spots, int generation) {
    private static final Comparator<SessionRef> BY_SESSION =
            Comparator.comparing(SessionRef::getGateway).thenComparingLong(SessionRef::getNumber);
    static final SortedTree<Looking> NOBODY = SortedTree.empty(Comparator.comparing(Looking::session, BY_SESSION));

    static Optional<Looking> find(SortedTree<Looking> among, SessionRef session) {
        return among.find(probe(session));
    }

    /** Those that follow this session, whether or not it is among them itself. */
    static List<Looking> after(SortedTree<Looking> among, SessionRef session, int limit) {
        Looking probe = probe(session);
        return among.range(among.rank(probe) + (among.find(probe).isPresent() ? 1 : 0), limit);
    }

    /** What it asks for while it waits to be told its parts: whatever it hears of them then is not for it. */
    List<Long> waiting() {
        return Topic.ofPerson(subscription);
    }

    /** What it asks for in the moment in which it is told its parts from the beginning. */
    List<Long> welcomed() {
        return topics(Spot::freshTopic);
    }

    /** What it asks for from then on. */
    List<Long> told() {
        return topics(Spot::topic);
    }

    private List<Long> topics(ToLongFunction<Spot> ofPart) {
        List<Long> topics = new ArrayList<>(waiting());
        spots.forEach(spot -> topics.add(ofPart.applyAsLong(spot)));
        return topics;
    }

    private static Looking probe(SessionRef session) {
        return new Looking(session, 0, Subscription.getDefaultInstance(), List.of(), 0);
    }
}
