package io.guildhall.guild.memberlist;

import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.ChannelRanges;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdatePresence;
import java.util.List;

/** People of a guild who come, look and go, each with one session. */
public record Onlookers(TestGuild guild) {
    public void come(long user) {
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder()
                                .setRef(ref(user))
                                .setUserId(user)
                                .setIntents(-1))));
    }

    public void go(long user) {
        guild.run(Command.newBuilder().setDetach(DetachSessions.newBuilder().addSessions(ref(user))));
    }

    public void say(long user, String status) {
        guild.run(Command.newBuilder()
                .setPresence(UpdatePresence.newBuilder()
                        .setSession(ref(user))
                        .setUserId(user)
                        .setPresence(ByteString.copyFromUtf8("{\"status\":\"" + status + "\",\"activities\":[]}"))));
    }

    public void look(long user, long channel, Integer... parts) {
        Subscription.Builder subscription = Subscription.newBuilder();
        if (parts.length > 0) {
            subscription.addChannels(
                    ChannelRanges.newBuilder().setChannelId(channel).addAllRanges(List.of(parts)));
        }
        subscribe(user, subscription);
    }

    /** Looks at the first part of each. */
    void lookAtEach(long user, long... channels) {
        Subscription.Builder subscription = Subscription.newBuilder();
        for (long channel : channels) {
            subscription.addChannels(
                    ChannelRanges.newBuilder().setChannelId(channel).addRanges(0));
        }
        subscribe(user, subscription);
    }

    void lookAtNoPart(long user, long channel) {
        subscribe(
                user,
                Subscription.newBuilder().addChannels(ChannelRanges.newBuilder().setChannelId(channel)));
    }

    private void subscribe(long user, Subscription.Builder subscription) {
        guild.run(Command.newBuilder()
                .setSubscribe(Subscribe.newBuilder()
                        .setSession(ref(user))
                        .setSubscription(subscription)
                        .setAnew(true)));
    }

    /** Lets the client hear the lists' events that the user's session asks for when they are sent. */
    void hear(long user, ListClient client) {
        guild.hear(event -> {
            if (event.getTopicsList().stream().anyMatch(topics(user)::contains)) {
                client.hears(List.of(event));
            }
        });
    }

    public List<Long> topics(long user) {
        return guild.state()
                .audience()
                .find(ref(user))
                .map(JoiningSession::getTopicsList)
                .orElse(List.of());
    }

    static SessionRef ref(long user) {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(user).build();
    }
}
