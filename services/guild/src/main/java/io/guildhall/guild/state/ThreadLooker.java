package io.guildhall.guild.state;

import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import java.util.List;

/** A person's session that looks at who is in threads. */
public record ThreadLooker(SessionRef session, long userId, Subscription subscription) {
    /** Those threads, each once. */
    public List<Long> threads() {
        return subscription.getThreadMemberListsList();
    }
}
