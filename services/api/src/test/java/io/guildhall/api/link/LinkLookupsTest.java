package io.guildhall.api.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.Configs;
import io.guildhall.model.link.LinkLookup;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.ownerclient.OwnerClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkLookupsTest {
    private static final String METER = "guildhall.api.messages";
    private static final int MOST_AT_ONCE = 32;
    private static final ActorKey GUILD =
            ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(1).build();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Each gives its place back, or those after the first few would be refused. */
    @Test
    void whateverOneLookUpThrowsTheRestGoesOn() throws InterruptedException {
        Targets targets = new Targets();
        LinkLookups lookups = new LinkLookups(
                targets,
                // Nobody is told of links that lead nowhere.
                new OwnerClient(null, null),
                Configs.api(Map.of("guildhall.api.links.shown", "true")),
                meters);
        targets.broken = true;
        for (int failed = 1; failed <= 2 * MOST_AT_ONCE; failed++) {
            lookups.begin(GUILD, new LinkLookup(2, failed, List.of("https://example.org/")).errand());
            awaitCount("failed", failed);
        }
        targets.broken = false;
        lookups.begin(GUILD, new LinkLookup(2, 3, List.of("https://example.org/")).errand());
        awaitCount("nothing", 1);
        assertThat(meters.find(METER).tag("outcome", "refused").counter()).isNull();
    }

    private void awaitCount(String outcome, int count) throws InterruptedException {
        Counter counter = null;
        while (counter == null || counter.count() < count) {
            counter = meters.find(METER).tag("outcome", outcome).counter();
            Thread.sleep(1);
        }
    }

    /** Links that lead nowhere. */
    private static final class Targets extends LinkTargets {
        private volatile boolean broken;

        private Targets() {
            super(null, Configs.api(Map.of()));
        }

        @Override
        public Optional<ObjectNode> embed(String url) {
            if (broken) {
                throw new StackOverflowError("on purpose");
            }
            return Optional.empty();
        }
    }
}
