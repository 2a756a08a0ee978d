package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.session.PrivateAnswers.Private;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.guild.threadlist.ThreadNews;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Ops 14 and 37: people's sessions say what they look at. Bots are told what their intents say, whatever they ask. */
@Singleton
public final class Subscribing {
    private final MemberListing lists;
    private final ThreadLooks threads;
    private final PrivateAnswers answers;

    public Subscribing(MemberListing lists, ThreadLooks threads, PrivateAnswers answers) {
        this.lists = lists;
        this.threads = threads;
        this.answers = answers;
    }

    /**
     * A session that is not here asks for nothing: it says so again when it attaches. What it begins to look at of threads it pulls, from the
     * guild as it is now; whatever happens later is told to all who look.
     */
    Reply subscribe(GuildState guild, Subscribe subscribe, Changes changes) {
        Optional<JoiningSession> found = guild.audience()
                .find(subscribe.getSession())
                .filter(joined -> !joined.getSession().getBot());
        if (found.isEmpty()) {
            return Reply.noContent();
        }
        JoiningSession joined = found.get();
        Session session = joined.getSession();
        Subscription seen = threads.seen(guild, session.getUserId(), subscribe.getSubscription());
        Subscription before = subscribe.getAgain() ? Subscription.getDefaultInstance() : joined.getSubscription();
        ThreadNews news = ThreadNews.between(before, seen);
        lists.looks(guild, joined, seen, subscribe.getAnew(), changes);
        threads.looks(guild, session, seen, subscribe.getTickets());
        return subscribe.getTickets() && !news.isEmpty() ? answer(guild, session, news, changes) : Reply.noContent();
    }

    private Reply answer(GuildState guild, Session session, ThreadNews news, Changes changes) {
        GuildSnapshot snapshot = guild.snapshot();
        LaterEvents events =
                new LaterEvents(() -> news.events(snapshot, session.getUserId()).iterator());
        return answers.greet(guild, List.of(new Private(session.getRef(), events)), changes);
    }
}
