package io.guildhall.api.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.aside.Aside;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.owner.Errands;
import io.guildhall.model.link.LinkLookup;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Errand;
import io.guildhall.observability.Metrics;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the links of new messages, each message on a virtual thread of its own, and tells the owner what they lead to. A message whose
 * turn does not come, since {@value #MOST} are looked at, shows nothing of its links.
 */
@ApplicationScoped
public class LinkLookups implements Errands {
    private static final int MOST = 32;

    private final Aside lookups;
    private final LinkTargets targets;
    private final OwnerClient owners;
    private final ApiConfig config;

    @Inject
    public LinkLookups(LinkTargets targets, OwnerClient owners, ApiConfig config, MeterRegistry meters) {
        this.targets = targets;
        this.owners = owners;
        this.config = config;
        this.lookups = new Aside("links", Metrics.name(LinkLookups.class, "messages"), meters, MOST, MOST);
    }

    @Override
    public String name() {
        return LinkLookup.ERRAND;
    }

    @Override
    public void begin(ActorKey from, Errand errand) {
        if (config.links().shown()) {
            lookups.begin(from.getId(), () -> lookUp(from, LinkLookup.of(errand)));
        }
    }

    private String lookUp(ActorKey from, LinkLookup lookup) {
        List<ObjectNode> embeds = lookup.urls().stream()
                .map(targets::embed)
                .flatMap(Optional::stream)
                .toList();
        if (embeds.isEmpty()) {
            return "nothing";
        }
        boolean taken = owners.execute(lookup.found(embeds).setActor(from).build(), Terms.once(config.ownerDeadline()))
                .await()
                .atMost(config.ownerDeadline())
                .hasSuccess();
        return taken ? "shown" : "failed";
    }
}
