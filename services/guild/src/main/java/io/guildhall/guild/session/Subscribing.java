package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Subscribe;
import jakarta.inject.Singleton;

/** Ops 14 and 37: people's sessions say what they look at. Bots are told what their intents say, whatever they ask. */
@Singleton
public final class Subscribing {
    private final MemberListing lists;

    public Subscribing(MemberListing lists) {
        this.lists = lists;
    }

    /** A session that is not here asks for nothing: it says so again when it attaches. */
    Reply subscribe(GuildState guild, Subscribe subscribe, Changes changes) {
        guild.audience()
                .find(subscribe.getSession())
                .filter(joined -> !joined.getSession().getBot())
                .ifPresent(joined ->
                        lists.looks(guild, joined, subscribe.getSubscription(), subscribe.getAnew(), changes));
        return Reply.noContent();
    }
}
