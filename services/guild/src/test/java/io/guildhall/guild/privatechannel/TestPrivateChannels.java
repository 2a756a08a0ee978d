package io.guildhall.guild.privatechannel;

import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.id.SnowflakeGenerator;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Private channels for tests of other packages. */
public final class TestPrivateChannels {
    private TestPrivateChannels() {}

    public static PrivateChannelBehaviour behaviour(SnowflakeGenerator ids, Clock clock) {
        return new PrivateChannelBehaviour(
                TestWriters.operations(ids),
                own(ids, clock),
                List.of(new AccountLeft(new Leaving(TestWriters.with(ids), new PurgeRequests()))),
                clock,
                new AttachmentLinks("a secret", clock));
    }

    static List<PrivateOperation> own(SnowflakeGenerator ids, Clock clock) {
        MessageWriter writer = TestWriters.with(ids);
        Leaving leaving = new Leaving(writer, new PurgeRequests());
        return List.of(
                new GetPrivateChannel(),
                new ClosePrivateChannel(leaving),
                new AddRecipient(new Groups(ids, clock), writer),
                new RemoveRecipient(leaving),
                new UpdateGroup(writer),
                new ModerateUserMessage());
    }

    public static Stream<UserOperation> operations(SnowflakeGenerator ids, Clock clock) {
        return Stream.of(create(ids, clock), new ListPrivateChannels());
    }

    static CreatePrivateChannel create(SnowflakeGenerator ids, Clock clock) {
        return new CreatePrivateChannel(ids, clock, new Groups(ids, clock));
    }

    public static Stream<UserStep> steps() {
        return Stream.of(new ShowPrivateChannel(), new HidePrivateChannel());
    }
}
