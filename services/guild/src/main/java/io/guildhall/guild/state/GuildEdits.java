package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes a guild everywhere at once: in memory, in the store, in what relays compute visibility from, and in an event. New
 * visibility is sent with the first event that tells of it, except for a channel that goes, which ceases to show after it.
 */
public record GuildEdits(GuildState guild, Changes changes) {
    static final int MOST_CHANNELS = 500;

    /**
     * In the channels that lose what they say of roles, so that relays are told how they were before: some 25 bytes each, in an event that
     * is stored. With more of them past messages are replayed as if the channels had said nothing of these roles.
     */
    private static final int MOST_FORMER_OVERWRITES = 500;

    /** Bytes of all channels in GUILD_CREATE. With what else is in it they stay below the 8 MB that gateways send as one event. */
    static final int MOST_CHANNEL_BYTES = 4 << 20;

    /** The guild begins to exist; nobody listens yet. */
    public void found(RowView row) {
        guild.setRow(row);
        Rows.save(null, row, changes);
        AudienceDelta owner =
                AudienceDelta.newBuilder().setOwnerId(guild.ownerId()).build();
        changes.audience(audience -> audience.change(owner));
    }

    /** The guild exists no more. */
    public void vanish() {
        Rows.delete(guild.row(), changes);
        guild.clear();
    }

    /** The guild's settings. */
    public void saveGuild(RowView after) {
        RowView before = guild.row();
        if (before.row().equals(after.row())) {
            return;
        }
        guild.setRow(after);
        Rows.save(before, after, changes);
        long formerOwner = before.get(Guilds.OWNER_ID, 0L);
        if (formerOwner != guild.ownerId()) {
            visibility(
                    AudienceDelta.newBuilder().setOwnerId(guild.ownerId()),
                    AudienceDelta.newBuilder().setOwnerId(formerOwner));
        }
        changes.event(Events.inGuild(DispatchEvent.GUILD_UPDATE, GuildPayloads.update(guild))
                .build());
        if (formerOwner != guild.ownerId()) {
            SightSweep.ofOwners(formerOwner, guild, changes);
        }
    }

    /** A new channel, or one that changed. */
    public void saveChannel(GuildChannel asked) {
        Set<Long> categories = new LinkedHashSet<>();
        saveChannel(asked, categories);
        tellCategories(categories);
    }

    /** Categories that show, or have shown, because of channels that changed: everybody is told of each as it is now. */
    public void tellCategories(Set<Long> categories) {
        categories.stream()
                .flatMap(category -> guild.findChannel(category).stream())
                .forEach(sight(guild)::toldToEverybody);
    }

    /**
     * As {@link #saveChannel(GuildChannel)} for one of several channels that change together.
     *
     * @param categories takes the ids of those to {@link #tellCategories} of in the end
     */
    public void saveChannel(GuildChannel asked, Set<Long> categories) {
        GuildChannel before = guild.findChannel(asked.id()).orElse(null);
        if (before != null && before.row().row().equals(asked.row().row())) {
            return;
        }
        GuildChannel channel = fittingLink(before == null ? asked : asked.keeping(before.gone()));
        requireRoom(before, channel);
        GuildView former = guild.snapshot();
        guild.put(channel);
        Rows.save(before == null ? null : before.storedRow(), channel.storedRow(), changes);
        boolean created = before == null;
        if (created || !before.type().equals(channel.type())) {
            changes.write(Write.to(ChannelOwners.TABLE, channel.id())
                    .set(ChannelOwners.GUILD_ID, guild.id())
                    .set(ChannelOwners.TYPE, (long) channel.type().number())
                    .build());
        }
        if (created || Visibility.differ(before, channel)) {
            visibility(
                    AudienceDelta.newBuilder().addChannels(Visibility.of(channel)),
                    created
                            ? AudienceDelta.newBuilder()
                            : AudienceDelta.newBuilder().addChannels(Visibility.of(before)));
        }
        if (created) {
            sight(former).created(channel);
        } else {
            sight(former).updated(before, channel, categories);
        }
    }

    /** A channel that becomes one which may not be linked is linked no more. */
    private GuildChannel fittingLink(GuildChannel channel) {
        Optional<ChannelLink> link = ChannelLink.of(channel).filter(found -> !ChannelLink.fits(channel));
        link.ifPresent(found -> found.end(changes));
        return link.isPresent() ? ChannelLink.without(channel) : channel;
    }

    private void requireRoom(GuildChannel before, GuildChannel channel) {
        if (before == null && guild.channels().size() >= MOST_CHANNELS) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILD_CHANNELS_REACHED);
        }
        int growth = channel.weight() - (before == null ? 0 : before.weight());
        if (growth > 0 && guild.contents().channels().weight() + growth > MOST_CHANNEL_BYTES) {
            throw ApiException.of(ErrorCode.THE_CHANNELS_FOR_THIS_GUILD_ARE_TOO_LARGE);
        }
    }

    /** A channel's bookkeeping, such as its last message: written, but no event of its own. */
    public void saveChannelQuietly(GuildChannel channel) {
        GuildChannel before = guild.channel(channel.id());
        guild.put(channel);
        Rows.save(before.row(), channel.row(), changes);
    }

    public void deleteChannel(GuildChannel channel) {
        GuildView former = guild.snapshot();
        guild.removeChannel(channel.id());
        Rows.delete(channel.row(), changes);
        changes.write(Write.delete(ChannelOwners.TABLE, channel.id()));
        ChannelLink.of(channel).ifPresent(link -> link.end(changes));
        sight(former).deleted(channel);
        AudienceDelta gone =
                AudienceDelta.newBuilder().addRemovedChannels(channel.id()).build();
        changes.audience(audience -> audience.change(gone));
    }

    /** A new role, or one that changed. */
    public void saveRole(GuildRole role) {
        GuildRole before = guild.findRole(role.id()).orElse(null);
        if (before != null && before.row().row().equals(role.row().row())) {
            return;
        }
        guild.put(role);
        Rows.save(before == null ? null : before.row(), role.row(), changes);
        if (before == null || before.permissions() != role.permissions()) {
            visibility(
                    AudienceDelta.newBuilder().addRoles(Visibility.of(role)),
                    before == null
                            ? AudienceDelta.newBuilder()
                            : AudienceDelta.newBuilder().addRoles(Visibility.of(before)));
        }
        ObjectNode payload = withGuild();
        payload.set("role", Json.tree(role.payload()));
        changes.event(Events.inGuild(
                        before == null ? DispatchEvent.GUILD_ROLE_CREATE : DispatchEvent.GUILD_ROLE_UPDATE, payload)
                .build());
        if (before != null && before.permissions() != role.permissions()) {
            RoleSweep.begin(List.of(before), guild, changes);
        }
    }

    /** See {@link #deleteRoles}. */
    public void deleteRole(GuildRole role) {
        deleteRoles(List.of(role));
    }

    /**
     * Roles go, with what channels and expressions decide for them. Everybody learns of it by the one event about each role; members
     * and channels follow from that, and the channels' rows are brought up to date by and by.
     */
    void deleteRoles(List<GuildRole> roles) {
        Set<Long> ids = roles.stream().map(GuildRole::id).collect(Collectors.toSet());
        AudienceDelta.Builder former = AudienceDelta.newBuilder();
        for (GuildRole role : roles) {
            former.addRoles(Visibility.of(role));
            guild.removeRole(role.id());
            Rows.delete(role.row(), changes);
        }
        List<GuildChannel> formerly = new ArrayList<>();
        List.copyOf(guild.channels()).forEach(channel -> {
            GuildChannel without = channel.losing(ids::contains);
            if (without != channel) {
                formerly.add(channel);
                guild.put(without);
            }
        });
        if (formerly.stream()
                        .mapToInt(channel -> channel.overwriteList().size())
                        .sum()
                <= MOST_FORMER_OVERWRITES) {
            formerly.forEach(channel -> former.addChannels(Visibility.of(channel)));
        }
        // Overwrites for the roles go with them, so relays need not hear of the channels.
        visibility(AudienceDelta.newBuilder().addAllRemovedRoles(ids), former);
        for (GuildRole role : roles) {
            ObjectNode payload = withGuild().put("role_id", Snowflake.format(role.id()));
            changes.event(
                    Events.inGuild(DispatchEvent.GUILD_ROLE_DELETE, payload).build());
            new ExpressionEdits(guild, changes).forgetRole(role.id());
        }
        RoleSweep.begin(roles, guild, changes);
    }

    /** Sends relays what changed of that from which visibility is computed, with the next event, which says how it was before. */
    private void visibility(AudienceDelta.Builder change, AudienceDelta.Builder before) {
        AudienceDelta delta = change.build();
        changes.turn(
                audience -> audience.change(delta),
                Event.newBuilder().setBefore(before).build());
    }

    private ChannelSight sight(GuildView former) {
        return new ChannelSight(guild, former, changes);
    }

    private ObjectNode withGuild() {
        return Json.object().put("guild_id", Snowflake.format(guild.id()));
    }

    /** Remembers the last message of a channel; it is written as often as {@link LastMessages} says. */
    public void lastMessage(long channelId, long messageId) {
        GuildChannel channel = guild.channel(channelId).with(Channels.LAST_MESSAGE_ID, messageId);
        if (LastMessages.isNoted(channel, messageId)) {
            note(channel);
        } else {
            guild.put(channel);
        }
    }

    /** Writes the last message of a channel when it is one of these, which are deleted. */
    public void deletedMessages(long channelId, Collection<Long> messageIds) {
        GuildChannel channel = guild.channel(channelId);
        boolean last = messageIds.contains(channel.lastMessageId());
        if (last && channel.notedMessageId() != channel.lastMessageId()) {
            note(channel);
        }
    }

    private void note(GuildChannel channel) {
        guild.put(channel.noted(channel.lastMessageId()));
        changes.write(Write.to(Channels.TABLE, guild.id(), channel.id())
                .set(Channels.LAST_MESSAGE_ID, channel.lastMessageId())
                .build());
    }
}
