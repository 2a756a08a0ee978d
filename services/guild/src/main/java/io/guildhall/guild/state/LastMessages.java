package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.PrivateChannels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last message of each channel. A message does not write its channel's row as well, except for the first one of a minute
 * and of a bucket: whoever loads the guild or the private channel, or lists it, finds the last one among those that came after the one that is noted there.
 *
 * <p>When the last message is deleted it is noted, for no message tells of it any more.
 */
public final class LastMessages {
    private static final long NOTED_EVERY = Duration.ofMinutes(1).toMillis();

    /** Channels of one guild that are looked into at once. */
    private static final int AT_ONCE = 32;

    private LastMessages() {}

    /** Whether the channel's row has to name this message, which is its last one now. */
    static boolean isNoted(GuildChannel channel, long messageId) {
        return isNoted(channel.notedMessageId(), messageId);
    }

    /** As {@link #isNoted(GuildChannel, long)}, of a row that names this message; 0 for none. */
    public static boolean isNoted(long noted, long messageId) {
        return MessageBucket.of(noted) != MessageBucket.of(messageId)
                || Snowflake.timestamp(messageId) - Snowflake.timestamp(noted) >= NOTED_EVERY;
    }

    /** Channels as they are stored, each with its last message. */
    static List<GuildChannel> load(List<RowView> channels, StorageFacade storage) {
        List<GuildChannel> loaded = new ArrayList<>(channels.size());
        for (int from = 0; from < channels.size(); from += AT_ONCE) {
            List<RowView> some = channels.subList(from, Math.min(channels.size(), from + AT_ONCE));
            loaded.addAll(SideBySide.map(some, channel -> load(channel, storage)));
        }
        return loaded;
    }

    private static GuildChannel load(RowView channel, StorageFacade storage) {
        long noted = channel.get(Channels.LAST_MESSAGE_ID, 0L);
        GuildChannel loaded = GuildChannel.of(channel).noted(noted);
        return newest(channel.get(Channels.CHANNEL_ID), noted, storage)
                .map(newest -> loaded.with(Channels.LAST_MESSAGE_ID, newest))
                .orElse(loaded);
    }

    /** A private channel as it is stored, with its last message. */
    public static RowView upToDate(RowView channel, StorageFacade storage) {
        long noted = channel.get(PrivateChannels.LAST_MESSAGE_ID, 0L);
        return newest(channel.get(PrivateChannels.CHANNEL_ID), noted, storage)
                .map(newest -> Rows.with(channel, PrivateChannels.LAST_MESSAGE_ID, newest))
                .orElse(channel);
    }

    /** What came after the message that is noted. */
    private static Optional<Long> newest(long channelId, long noted, StorageFacade storage) {
        return noted == 0
                ? Optional.empty()
                : storage
                        .read(
                                Messages.TABLE,
                                Read.from(Messages.TABLE, channelId, MessageBucket.of(noted))
                                        .before(noted)
                                        .limit(1)
                                        .build())
                        .stream()
                        .findFirst()
                        .map(newest -> newest.get(Messages.MESSAGE_ID));
    }
}
