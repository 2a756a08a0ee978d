package io.guildhall.api.owner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.identity.StorageAccess;
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
    private final Cache<Long, ActorKey> remembered;

    @Inject
    public ChannelDirectory(StorageAccess storage, ApiConfig config) {
        this.storage = storage;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.rememberedChannels())
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    public Optional<ActorKey> find(long channelId) {
        Optional<ActorKey> known = Optional.ofNullable(remembered.getIfPresent(channelId));
        if (known.isPresent()) {
            return known;
        }
        Optional<ActorKey> owner = storage.row(Read.row(ChannelOwners.TABLE, channelId))
                .await()
                .indefinitely()
                .map(row -> key(channelId, row));
        owner.ifPresent(key -> remembered.put(channelId, key));
        return owner;
    }

    private static ActorKey key(long channelId, RowView row) {
        long guild = row.get(ChannelOwners.GUILD_ID, 0L);
        return ActorKey.newBuilder()
                .setKind(guild == 0 ? ActorKind.PRIVATE_CHANNEL : ActorKind.GUILD)
                .setId(guild == 0 ? channelId : guild)
                .build();
    }
}
