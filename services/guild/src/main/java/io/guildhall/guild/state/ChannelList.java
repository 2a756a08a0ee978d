package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.Once;
import java.util.Comparator;
import java.util.List;

/**
 * The channels of a guild at one moment. It never changes; its JSON is made once, for whoever asks first, and a channel that did not
 * change since another moment is not made anew.
 *
 * @param weight bytes of all channels' JSON, nearly
 */
record ChannelList(LongMap<GuildChannel> byId, long weight, Once<List<GuildChannel>> inOrder, Once<ByteString> json) {
    private static final Comparator<GuildChannel> ORDER =
            Comparator.comparingLong(GuildChannel::position).thenComparingLong(GuildChannel::id);

    static ChannelList empty() {
        return of(LongMap.empty(), 0);
    }

    ChannelList with(GuildChannel channel) {
        return of(byId.with(channel.id(), channel), weight - weightOf(channel.id()) + channel.weight());
    }

    ChannelList without(long channelId) {
        return of(byId.without(channelId), weight - weightOf(channelId));
    }

    /** Whether there are the same channels, seen by the same people. */
    boolean sameRules(ChannelList other) {
        return byId.size() == other.byId.size()
                && byId.values().stream().allMatch((GuildChannel channel) -> {
                    GuildChannel same = other.byId.get(channel.id());
                    return same != null && !Visibility.differ(channel, same);
                });
    }

    private int weightOf(long channelId) {
        GuildChannel channel = byId.get(channelId);
        return channel == null ? 0 : channel.weight();
    }

    private static ChannelList of(LongMap<GuildChannel> byId, long weight) {
        Once<List<GuildChannel>> ordered =
                new Once<>(() -> byId.values().stream().sorted(ORDER).toList());
        return new ChannelList(
                byId,
                weight,
                ordered,
                new Once<>(() -> JsonParts.array(
                        ordered.get().stream().map(GuildChannel::bytes).toList())));
    }
}
