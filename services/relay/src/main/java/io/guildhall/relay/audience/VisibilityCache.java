package io.guildhall.relay.audience;

import io.guildhall.model.rpc.AudienceDelta;
import java.time.Clock;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers which permission classes may receive events of a channel. For each pair of channel and needed permissions
 * that events came with there are two bit sets over the class numbers: asked already, and allowed. A change of the rules
 * forgets the answers that it can touch: those of its channels, of the classes with its roles, of the guild's owners.
 */
final class VisibilityCache {
    /** Pairs remembered for one audience. When there are more all are forgotten: guilds have at most 500 channels. */
    static final int MOST_PAIRS = 2_048;

    private record Pair(long channelId, long permissions) {}

    private final Map<Pair, Answers> remembered = new HashMap<>();
    private final PermissionClasses classes;
    private final long guildId;
    private final Clock clock;
    private GuildRules rules;

    /** @param guildId also the id of the @everyone role, on which all answers rest */
    VisibilityCache(long guildId, Clock clock) {
        this.guildId = guildId;
        this.clock = clock;
        this.classes = new PermissionClasses(this::forget);
    }

    PermissionClasses classes() {
        return classes;
    }

    void rules(GuildRules changed) {
        rules = changed;
        remembered.clear();
    }

    GuildRules rules() {
        return rules;
    }

    /** Changes the rules in part. Returns the users who may have become individuals by it, or may no longer be. */
    Set<Long> change(AudienceDelta delta) {
        Set<Long> concerned = rules.apply(delta);
        Set<Long> channels = new HashSet<>(delta.getRemovedChannelsList());
        delta.getChannelsList().forEach(channel -> channels.add(channel.getId()));
        remembered.keySet().removeIf(pair -> channels.contains(pair.channelId()));
        Set<Long> roles = new HashSet<>(delta.getRemovedRolesList());
        delta.getRolesList().forEach(role -> roles.add(role.getId()));
        if (roles.contains(guildId)) {
            remembered.clear();
        } else {
            classes.forEach((id, members) -> {
                if (concerned.contains(members.userId()) || members.hasAny(roles)) {
                    forget(id);
                }
            });
        }
        return concerned;
    }

    /** How things are now. */
    Then present() {
        return new Then(rules, Map.of());
    }

    /** Answers for one event as things were once; nothing of them is remembered. */
    FormerAnswers then(Then past, List<Long> channels, long permissions) {
        return new FormerAnswers(past, classes, channels, permissions, clock.millis());
    }

    int remembered() {
        return remembered.values().stream()
                .mapToInt(answers -> answers.asked.cardinality())
                .sum();
    }

    Answers answers(long channelId, long permissions) {
        Pair pair = new Pair(channelId, permissions);
        Answers known = remembered.get(pair);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MOST_PAIRS) {
            remembered.clear();
        }
        Answers created = new Answers(pair);
        remembered.put(pair, created);
        return created;
    }

    private void forget(int permissionClass) {
        remembered.values().forEach(answers -> answers.asked.clear(permissionClass));
    }

    /** The answers for one pair of channel and permissions. */
    final class Answers {
        private final Pair pair;
        private final BitSet asked = new BitSet();
        private final BitSet allowed = new BitSet();

        private Answers(Pair pair) {
            this.pair = pair;
        }

        boolean allows(int permissionClass) {
            if (asked.get(permissionClass)) {
                return allowed.get(permissionClass);
            }
            PermissionClass asking = classes.get(permissionClass);
            boolean allows = rules.allows(asking, pair.channelId(), pair.permissions(), clock.millis());
            // A time-out ends without a notice, so its answer is worth nothing later.
            if (asking.timedOutUntil() == 0) {
                asked.set(permissionClass);
                allowed.set(permissionClass, allows);
            }
            return allows;
        }
    }
}
