package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildExpressions;
import io.guildhall.guild.state.LastMessages;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.webhookevent.WebhookEvent;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A private channel as a place for messages. Its events go to each participant through the participant's own actor. */
public record PrivatePlace(PrivateChannelState channel, Clock clock, AttachmentLinks links) implements Place {
    /** What participants may do; nobody moderates. */
    private static final long GRANTED = Permission.of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.SEND_TTS_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.READ_MESSAGE_HISTORY,
            Permission.ADD_REACTIONS,
            Permission.USE_EXTERNAL_EMOJIS,
            Permission.USE_EXTERNAL_STICKERS,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.PIN_MESSAGES,
            Permission.SEND_POLLS,
            Permission.SEND_VOICE_MESSAGES,
            Permission.CONNECT,
            Permission.SPEAK,
            Permission.STREAM);

    @Override
    public long channelId() {
        return channel.id();
    }

    @Override
    public ChannelType type() {
        return channel.type();
    }

    @Override
    public OptionalLong guildId() {
        return OptionalLong.empty();
    }

    @Override
    public long permissions(long userId) {
        return channel.find(userId).isPresent() ? GRANTED : Permission.NONE;
    }

    @Override
    public void require(long userId, Permission needed) {
        require(userId, needed.mask());
    }

    /** Refuses strangers, and participants who want to do what needs a moderator. */
    void require(long userId, long needed) {
        if (channel.find(userId).isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        if (!Permission.holdsAll(GRANTED, needed)) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL);
        }
    }

    /**
     * Refuses what would reach the other of two from somebody who may not write to the other.
     *
     * @throws ApiException 90001 for a reaction, 50007 for all else
     */
    void requireReach(long userId, Operation operation) {
        if (Reach.isNeeded(operation) && !reaches(userId, operation)) {
            throw ApiException.of(Reach.refusal(operation));
        }
    }

    private boolean reaches(long userId, Operation operation) {
        return Reach.isForStrangers(operation) && !applications().isEmpty()
                ? !channel.isBlocked()
                : canBeAnswered(userId);
    }

    /** In groups everybody may speak. Bots do not talk to bots, and nobody to strangers, to who has blocked them or is blocked, or to an account that is gone. */
    private boolean canBeAnswered(long userId) {
        if (channel.isGroup()) {
            return true;
        }
        if (channel.isBlocked()) {
            return false;
        }
        boolean bot = isBot(channel.participants().get(userId));
        return channel.participants().entrySet().stream()
                .anyMatch(other -> other.getKey() != userId
                        && !(bot && isBot(other.getValue()))
                        && (bot
                                ? shareGuild(other.getKey(), userId, other.getKey(), false)
                                : shareGuild(userId, other.getKey(), other.getKey(), !isBot(other.getValue()))));
    }

    private boolean shareGuild(long person, long other, long recipient, boolean people) {
        CommonGuilds guilds = new CommonGuilds(storage(), clock);
        if (guilds.isShared(channel.sharedGuild(), person, other, recipient, people)
                || guilds.areFriends(person, other)) {
            return true;
        }
        channel.rememberSharedGuild(
                guilds.find(person, other, recipient, people).orElse(0));
        return channel.sharedGuild() != 0;
    }

    private static boolean isBot(User user) {
        return Boolean.TRUE.equals(user.bot());
    }

    @Override
    public Optional<User> findUser(long userId) {
        return channel.find(userId);
    }

    @Override
    public Optional<Member> findMember(long userId) {
        return Optional.empty();
    }

    @Override
    public LongFunction<Optional<Member>> members() {
        return userId -> Optional.empty();
    }

    @Override
    public List<Long> applications() {
        return channel.participants().entrySet().stream()
                .filter(participant -> isBot(participant.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public long lastMessageId() {
        return channel.lastMessageId();
    }

    @Override
    public void setLastMessageId(long messageId, Changes changes) {
        channel.set(PrivateChannels.LAST_MESSAGE_ID, messageId);
        if (LastMessages.isNoted(channel.notedMessageId(), messageId)) {
            noteLastMessage(changes);
        }
        showToAll(changes);
    }

    @Override
    public void sent(RowView message, Changes changes) {
        Place.super.sent(message, changes);
        PlayersMessages.tell(this, WebhookEvent.Type.GAME_DIRECT_MESSAGE_CREATE, message, changes);
    }

    @Override
    public void edited(RowView message, Changes changes) {
        PlayersMessages.tell(this, WebhookEvent.Type.GAME_DIRECT_MESSAGE_UPDATE, message, changes);
    }

    /** When the last message is deleted it is noted, for no message tells of it any more. */
    @Override
    public void gone(Collection<RowView> messages, Changes changes) {
        long last = channel.lastMessageId();
        if (last != channel.notedMessageId()
                && messages.stream().anyMatch(message -> message.get(Messages.MESSAGE_ID) == last)) {
            noteLastMessage(changes);
        }
        messages.forEach(
                message -> PlayersMessages.tell(this, WebhookEvent.Type.GAME_DIRECT_MESSAGE_DELETE, message, changes));
    }

    private void noteLastMessage(Changes changes) {
        channel.noteLastMessage();
        changes.write(Write.to(PrivateChannels.TABLE, channelId())
                .set(PrivateChannels.LAST_MESSAGE_ID, channel.lastMessageId())
                .build());
    }

    @Override
    public void setLastPinAt(Long pinnedAt, Changes changes) {
        channel.set(PrivateChannels.LAST_PIN_AT, pinnedAt);
        changes.write(Write.to(PrivateChannels.TABLE, channelId())
                .set(PrivateChannels.LAST_PIN_AT, pinnedAt)
                .build());
    }

    /** A new message brings the channel back to the list of everybody who had closed it or never seen it. */
    private void showToAll(Changes changes) {
        for (long userId : channel.participants().keySet()) {
            if (!channel.isShownTo(userId)) {
                channel.show(userId);
                changes.step(actor(userId), ShowPrivateChannel.STEP, description(userId));
            }
        }
    }

    ObjectNode description(long viewer) {
        long other = channel.participants().keySet().stream()
                .filter(participant -> participant != viewer)
                .findFirst()
                .orElse(viewer);
        return ShowPrivateChannel.body(channel.isGroup() ? 0 : other, payload(viewer));
    }

    /** The channel as this participant sees it. */
    ObjectNode payload(long viewer) {
        return PrivateChannelPayloads.of(channel.row(), channel.participants(), viewer);
    }

    /** @throws ApiException 50003 when this is a channel of two */
    void requireGroup() {
        if (!channel.isGroup()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL);
        }
    }

    /** Tells everybody who belongs to it what the channel is like now. */
    void sendUpdate(Changes changes) {
        for (long userId : channel.participants().keySet()) {
            Event update = begin(DispatchEvent.CHANNEL_UPDATE, payload(userId)).build();
            changes.publish(actor(userId), update);
        }
    }

    @Override
    public Event.Builder begin(DispatchEvent name, Object payload) {
        return Events.inPrivate(name, payload);
    }

    @Override
    public void send(Event event, Changes changes) {
        boolean passing = event.getName().equals(DispatchEvent.TYPING_START.name());
        for (long userId : channel.participants().keySet()) {
            if (passing) {
                changes.hint(actor(userId), event);
            } else {
                changes.publish(actor(userId), event);
            }
        }
    }

    @Override
    public void sendTo(long userId, Event event, Changes changes) {
        changes.publish(actor(userId), event);
    }

    @Override
    public Surroundings surroundings() {
        return new PrivateSurroundings(channel);
    }

    static ActorKey actor(long userId) {
        return ActorKey.newBuilder().setKind(ActorKind.USER).setId(userId).build();
    }

    @Override
    public StorageFacade storage() {
        return channel.context().storage();
    }

    @Override
    public StorageFacade freeStorage() {
        return channel.context().freeStorage();
    }

    /** Nobody waits between two messages here. */
    @Override
    public GuildExpressions expressions() {
        return GuildExpressions.NONE;
    }

    @Override
    public long lastWrittenAt(long userId) {
        return 0;
    }

    @Override
    public void rememberWriter(long userId) {}

    @Override
    public long slowmode() {
        return 0;
    }

    @Override
    public boolean mayMentionRole(long roleId, long byUser) {
        return false;
    }

    @Override
    public long now() {
        return clock.millis();
    }
}
