package io.guildhall.guild.push;

import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.readstate.MentionListener;
import io.guildhall.guild.relationship.FriendListener;
import io.guildhall.guild.scheduledevent.PushedEvents;
import io.guildhall.guild.scheduledevent.ShowBegun;
import io.guildhall.guild.user.EventListener;
import io.guildhall.guild.user.LoginListener;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.SnowflakeGenerator;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Who is told of what while it does not look, for the towns of tests. */
public final class TestPush {
    private TestPush() {}

    public static Stream<UserStep> steps(SnowflakeGenerator ids, Clock clock) {
        return Stream.of(
                new RegisterDevice(ids, clock),
                new RemoveDevice(),
                new Meant(new Pushes(clock)),
                new ComposePush(clock));
    }

    public static Stream<GuildStep> guildSteps() {
        return Stream.of(new PushAudience(), new PushedEvents(), new ShowBegun());
    }

    public static ChannelStep channelStep() {
        return new ShowPush();
    }

    public static EventListener eventListener(Clock clock) {
        return new PushedPrivateMessages(new Pushes(clock));
    }

    public static List<MentionListener> mentionListeners(Clock clock) {
        return List.of(new PushedMentions(new Pushes(clock)));
    }

    public static List<FriendListener> friendListeners(Clock clock) {
        return List.of(new PushedFriends(new Pushes(clock)));
    }

    public static List<LoginListener> loginListeners() {
        return List.of(new DevicesOfLogins());
    }
}
