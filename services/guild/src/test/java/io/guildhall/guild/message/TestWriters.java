package io.guildhall.guild.message;

import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.model.id.SnowflakeGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Makes writers for tests of other packages. */
public final class TestWriters {
    private TestWriters() {}

    public static MessageWriter at(long now) {
        return new MessageWriter(ids(now));
    }

    public static MessageWriter with(SnowflakeGenerator ids) {
        return new MessageWriter(ids);
    }

    public static PinFlag pinFlag(MessageWriter writer) {
        return new PinFlag(writer);
    }

    public static CreateMessage createMessage(long now) {
        return new CreateMessage(at(now), components(now), Screening.NONE);
    }

    /** What sends messages, reads them, changes them and deletes them, with these ids. */
    public static List<ChannelOperation> operations(SnowflakeGenerator ids) {
        return operations(ids, Screening.NONE);
    }

    /** The same, with somebody who looks at what is written. */
    public static List<ChannelOperation> operations(SnowflakeGenerator ids, Screening screening) {
        return List.of(
                new CreateMessage(new MessageWriter(ids), new Components(ids), screening),
                new UpdateMessage(new Components(ids), screening),
                new GetMessage(),
                new ListMessages(),
                new DeleteMessage(),
                new BulkDeleteMessages());
    }

    public static AppMessages appMessages(SnowflakeGenerator ids) {
        return appMessages(ids, Screening.NONE);
    }

    public static AppMessages appMessages(SnowflakeGenerator ids, Screening screening) {
        return new AppMessages(new MessageWriter(ids), new Components(ids), screening);
    }

    public static WebhookMessages webhookMessages(SnowflakeGenerator ids) {
        return new WebhookMessages(new MessageWriter(ids), new Components(ids));
    }

    public static FirstMessages firstMessages(SnowflakeGenerator ids) {
        return new FirstMessages(new MessageWriter(ids), new Components(ids));
    }

    public static PollEnd pollEnd(SnowflakeGenerator ids) {
        return new PollEnd(new MessageWriter(ids));
    }

    public static FollowNotice followNotice(SnowflakeGenerator ids) {
        return new FollowNotice(new MessageWriter(ids));
    }

    public static PublishedMessages publishedMessages(SnowflakeGenerator ids) {
        return new PublishedMessages(new MessageWriter(ids));
    }

    static Components components(long now) {
        return new Components(ids(now));
    }

    private static SnowflakeGenerator ids(long now) {
        return new SnowflakeGenerator(1, Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC));
    }
}
