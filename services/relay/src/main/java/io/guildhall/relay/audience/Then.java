package io.guildhall.relay.audience;

import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.MemberRoles;
import java.util.HashMap;
import java.util.Map;

/**
 * How things were when a past event came.
 *
 * @param members what members had whose roles or time-outs changed since, by user
 */
record Then(GuildRules rules, Map<Long, MemberRoles> members) {
    Then before(AudienceDelta former) {
        return new Then(rules.before(former), members);
    }

    Then before(MemberRoles former) {
        Map<Long, MemberRoles> earlier = new HashMap<>(members);
        earlier.put(former.getUserId(), former);
        return new Then(rules, Map.copyOf(earlier));
    }
}
