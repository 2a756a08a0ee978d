package io.guildhall.guild.channel;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildExpressions;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.VerificationLevel;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Roles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * A guild's channel as a place for messages.
 *
 * @param webhookId the webhook that writes here, which may do what everybody may; 0 when a member does
 */
public record GuildPlace(GuildState guild, long channelId, long webhookId) implements Place {
    public GuildPlace(GuildState guild, long channelId) {
        this(guild, channelId, 0);
    }

    @Override
    public ChannelType type() {
        return guild.channel(channelId).type();
    }

    @Override
    public boolean isAgeRestricted() {
        return guild.properties().nsfw() || guild.channel(channelId).row().get(Channels.NSFW, false);
    }

    @Override
    public OptionalLong guildId() {
        return OptionalLong.of(guild.id());
    }

    @Override
    public long permissions(long userId) {
        if (userId == webhookId && userId != 0) {
            return guild.permissions().ofEveryone(guild.channel(channelId));
        }
        return guild.findMember(userId)
                .map(member -> guild.permissions().of(member, guild.channel(channelId)))
                .orElse(Permission.NONE);
    }

    @Override
    public boolean maySpeak(long userId) {
        return Place.super.maySpeak(userId)
                && guild.findMember(userId)
                        .filter(member -> VerificationLevel.lets(guild, member))
                        .isPresent();
    }

    @Override
    public void require(long userId, Permission needed) {
        guild.permissions().require(guild.member(userId), guild.channel(channelId), needed);
    }

    @Override
    public Optional<User> findUser(long userId) {
        return guild.findMember(userId).map(GuildMember::user);
    }

    @Override
    public Optional<Member> findMember(long userId) {
        return guild.findMember(userId).map(GuildMember::payload);
    }

    @Override
    public LongFunction<Optional<Member>> members() {
        GuildView now = guild.snapshot();
        return userId -> now.findMember(userId).map(GuildMember::payload);
    }

    @Override
    public List<Long> applications() {
        return guild.members().bots();
    }

    @Override
    public long lastMessageId() {
        return guild.channel(channelId).lastMessageId();
    }

    @Override
    public void setLastMessageId(long messageId, Changes changes) {
        // What comes from a lobby got its id there, and may come behind what was said here meanwhile.
        if (Long.compareUnsigned(messageId, lastMessageId()) > 0) {
            new GuildEdits(guild, changes).lastMessage(channelId, messageId);
        }
    }

    @Override
    public void sent(RowView message, Changes changes) {
        Place.super.sent(message, changes);
        ChannelLink.of(guild.channel(channelId)).ifPresent(link -> new LinkedChannel(link).say(message, changes));
    }

    @Override
    public void gone(Collection<RowView> messages, Changes changes) {
        List<Long> ids = messages.stream()
                .map(message -> message.get(Messages.MESSAGE_ID))
                .toList();
        new GuildEdits(guild, changes).deletedMessages(channelId, ids);
    }

    @Override
    public void setLastPinAt(Long pinnedAt, Changes changes) {
        new GuildEdits(guild, changes)
                .saveChannelQuietly(guild.channel(channelId).with(Channels.LAST_PIN_AT, pinnedAt));
    }

    @Override
    public Event.Builder begin(DispatchEvent name, Object payload) {
        return Events.inChannel(name, channelId, payload);
    }

    @Override
    public void send(Event event, Changes changes) {
        changes.event(event);
    }

    @Override
    public void sendTo(long userId, Event event, Changes changes) {
        changes.event(event.toBuilder().addOnlyUsers(userId).build());
    }

    @Override
    public Surroundings surroundings() {
        return new GuildSurroundings(guild);
    }

    @Override
    public AttachmentLinks links() {
        return guild.links();
    }

    @Override
    public StorageFacade storage() {
        return guild.storage();
    }

    @Override
    public StorageFacade freeStorage() {
        return guild.context().freeStorage();
    }

    @Override
    public GuildExpressions expressions() {
        return guild.expressions();
    }

    @Override
    public long lastWrittenAt(long userId) {
        return writers().lastWrittenAt(channelId(), userId);
    }

    @Override
    public void rememberWriter(long userId) {
        guild.putPart(writers().with(channelId(), userId, now()));
    }

    private RecentWriters writers() {
        return guild.part(RecentWriters.class, none -> RecentWriters.NONE);
    }

    @Override
    public long slowmode() {
        return guild.channel(channelId).slowmode();
    }

    @Override
    public boolean mayMentionRole(long roleId, long byUser) {
        return mayMentionRole(guild, roleId, permissions(byUser));
    }

    /**
     * Whether this role exists and may be mentioned with these permissions, in a channel or a thread. That of everyone is mentioned by its
     * name, for which messages have a word of its own.
     */
    public static boolean mayMentionRole(GuildState guild, long roleId, long permissions) {
        return guild.findRole(roleId)
                .filter(role -> role.id() != guild.id())
                .filter(role -> role.row().get(Roles.MENTIONABLE, false) || Permission.MENTION_EVERYONE.in(permissions))
                .isPresent();
    }

    @Override
    public long now() {
        return guild.now();
    }
}
