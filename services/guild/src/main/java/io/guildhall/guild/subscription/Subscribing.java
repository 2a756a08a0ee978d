package io.guildhall.guild.subscription;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Subscribe;
import jakarta.inject.Singleton;
import java.util.List;

/** Ops 14 and 37: people's sessions say what they look at. Bots are told what their intents say, whatever they ask. */
@Singleton
public final class Subscribing {
    /** A session that is not here asks for nothing: it says so again when it attaches. */
    public Reply subscribe(GuildState guild, Subscribe subscribe, Changes changes) {
        guild.audience()
                .find(subscribe.getSession())
                .filter(joined -> !joined.getSession().getBot())
                .ifPresent(joined -> {
                    List<Long> topics = Topic.of(joined.getSession(), subscribe.getSubscription());
                    changes.audience(
                            audience -> audience.ask(subscribe.getSession(), subscribe.getSubscription(), topics));
                });
        return Reply.noContent();
    }
}
