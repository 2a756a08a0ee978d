package io.guildhall.api.owner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ChannelOwners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows which actor a channel belongs to. A channel never changes its owner, so what was found stays true until the
 * channel is deleted, and then the owner itself says that there is no such channel. Channels that were not found are not
 * remembered.
 */
@ApplicationScoped
public class ChannelDirectory {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final StorageAccess storage;
    private final Cache<Long, Known> remembered;

    /** @param threadsOnly whether it is a forum or a media channel, which no channel becomes or stops to be */
    private record Known(ActorKey owner, boolean threadsOnly) {}

    @Inject
    public ChannelDirectory(StorageAccess storage, ApiConfig config) {
        this.storage = storage;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.rememberedChannels())
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    public Optional<ActorKey> find(long channelId) {
        return known(channelId).map(Known::owner);
    }

    /** True for forums and media channels. */
    public boolean holdsOnlyThreads(long channelId) {
        return known(channelId).filter(Known::threadsOnly).isPresent();
    }

    private Optional<Known> known(long channelId) {
        Optional<Known> found = Optional.ofNullable(remembered.getIfPresent(channelId));
        if (found.isPresent()) {
            return found;
        }
        Optional<Known> read = storage.row(Read.row(ChannelOwners.TABLE, channelId))
                .await()
                .indefinitely()
                .map(row -> known(channelId, row));
        read.ifPresent(channel -> remembered.put(channelId, channel));
        return read;
    }

    private static Known known(long channelId, RowView row) {
        long guild = row.get(ChannelOwners.GUILD_ID, 0L);
        ActorKey owner = ActorKey.newBuilder()
                .setKind(guild == 0 ? ActorKind.PRIVATE_CHANNEL : ActorKind.GUILD)
                .setId(guild == 0 ? channelId : guild)
                .build();
        return new Known(
                owner,
                ChannelType.of(row.get(ChannelOwners.TYPE, 0L).intValue()).threadsOnly());
    }
}
