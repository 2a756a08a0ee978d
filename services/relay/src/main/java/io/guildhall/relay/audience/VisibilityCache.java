package io.guildhall.relay.audience;

import java.time.Clock;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers which permission classes may receive events of a channel. For each pair of channel and needed permissions
 * that events came with there are two bit sets over the class numbers: asked already, and allowed. A new version of
 * the rules forgets everything.
 */
final class VisibilityCache {
    /** Pairs remembered for one audience. When there are more all are forgotten: guilds have at most 500 channels. */
    static final int MOST_PAIRS = 2_048;

    private record Pair(long channelId, long permissions) {}

    private final Map<Pair, Answers> remembered = new HashMap<>();
    private final PermissionClasses classes;
    private final Clock clock;
    private GuildRules rules;

    VisibilityCache(Clock clock) {
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
