package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Threads;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Reads a whole guild from the store. */
@Singleton
public final class GuildLoader {
    private final Clock clock;
    private final AttachmentLinks links;

    public GuildLoader(Clock clock, AttachmentLinks links) {
        this.clock = clock;
        this.links = links;
    }

    /** A guild that is not stored yet comes back empty: it is about to be created. */
    public GuildState load(ActorContext context) {
        GuildState guild = new GuildState(context, clock, links);
        StorageFacade storage = context.storage();
        storage.row(Guilds.TABLE, guild.id()).ifPresent(row -> fill(guild, row, storage));
        return guild;
    }

    private static void fill(GuildState guild, RowView row, StorageFacade storage) {
        // Cells that were written after a guild was deleted leave a row without an owner.
        if (!row.has(Guilds.OWNER_ID)) {
            return;
        }
        guild.setRow(row);
        storage.all(Roles.TABLE, guild.id()).stream()
                .filter(role -> role.has(Roles.PERMISSIONS))
                .map(GuildRole::of)
                .forEach(guild::put);
        List<RowView> channels = storage.all(Channels.TABLE, guild.id()).stream()
                .filter(channel -> channel.has(Channels.TYPE))
                .toList();
        LastMessages.load(channels, storage).stream()
                .map(channel -> channel.losing(role -> guild.findRole(role).isEmpty()))
                .forEach(guild::put);
        guild.put(GuildExpressions.load(storage, guild.id()));
        storage.all(Threads.TABLE, guild.id()).stream().map(GuildThread::of).forEach(guild::put);
        guild.put(MemberLoading.load(storage, guild.id()));
        guild.audience().state(Visibility.of(guild));
    }
}
