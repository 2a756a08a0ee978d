package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.SortedTree;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person's session that looks at parts of lists.
 *
 * @param spots the parts, each once
 */
record Looking(SessionRef session, long userId, Subscription subscription, List<Spot> spots) {
    private static final Comparator<SessionRef> BY_SESSION =
            Comparator.comparing(SessionRef::getGateway).thenComparingLong(SessionRef::getNumber);
    static final SortedTree<Looking> NOBODY = SortedTree.empty(Comparator.comparing(Looking::session, BY_SESSION));

    static Optional<Looking> find(SortedTree<Looking> among, SessionRef session) {
        return among.find(new Looking(session, 0, Subscription.getDefaultInstance(), List.of()));
    }

    /** @param fresh whether it waits to be told the parts from their beginning */
    List<Long> topics(boolean fresh) {
        List<Long> topics = new ArrayList<>(Topic.ofPerson(subscription));
        spots.forEach(spot -> topics.add(fresh ? spot.freshTopic() : spot.topic()));
        return topics;
    }
}
