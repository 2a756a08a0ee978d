package io.guildhall.guild.readstate;

import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.mention.DeleteMention;
import io.guildhall.guild.mention.KeptMentions;
import io.guildhall.guild.mention.ListMentions;
import io.guildhall.guild.mention.OwnMentions;
import io.guildhall.guild.notification.ReadyNotifications;
import io.guildhall.guild.notification.UpdateAllNotifications;
import io.guildhall.guild.notification.UpdateGuildNotifications;
import io.guildhall.guild.notification.UpdatePrivateNotifications;
import io.guildhall.guild.push.TestPush;
import io.guildhall.guild.relationship.ReadyRelationships;
import io.guildhall.guild.user.EventListener;
import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.attachment.AttachmentLinks;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What people have read, for the towns of tests. */
public final class TestReading {
    private TestReading() {}

    public static Stream<UserOperation> operations(Clock clock) {
        return Stream.of(
                new AckMessage(clock),
                new AckBulk(clock),
                new AckPins(),
                new AckGuild(),
                new DeleteReadState(clock),
                new ListMentions(new AttachmentLinks("a secret", clock), clock),
                new DeleteMention(clock),
                new UpdateGuildNotifications(),
                new UpdatePrivateNotifications(),
                new UpdateAllNotifications());
    }

    public static Stream<UserStep> steps(Clock clock) {
        return Stream.of(
                new Acked(clock),
                new AckPins.Seen(clock),
                new Mentioned(
                        Stream.concat(TestPush.mentionListeners(clock).stream(), Stream.of(new KeptMentions()))
                                .toList(),
                        clock),
                new Wrote(clock),
                new WriteReadStates(clock));
    }

    public static List<EventListener> listeners(Clock clock) {
        return List.of(new PrivateMessages(clock), TestPush.eventListener(clock));
    }

    public static List<ReadyPart> parts(Clock clock) {
        return List.of(new ReadyReadStates(clock), new ReadyNotifications(), new ReadyRelationships());
    }

    public static Stream<GuildStep> guildSteps() {
        return Stream.concat(
                Stream.of(new LastMessagesSeen(), new CountMentions(), new OwnMentions()), TestPush.guildSteps());
    }

    public static List<ChannelStep> channelSteps() {
        return List.of(new MayRead(), TestPush.channelStep());
    }
}
