package io.guildhall.guild.call;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildExpressions;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.MemberFlags;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A channel in which messages are sent, whether it belongs to a guild or to some users. */
public interface Place {
    long channelId();

    /** The channel whose settings hold here: a thread's parent, else the place itself. */
    default long settingChannelId() {
        return channelId();
    }

    /** Whether what is for adults only is at home here: in channels that say so, and in private. */
    default boolean isAgeRestricted() {
        return guildId().isEmpty();
    }

    ChannelType type();

    /** Empty for a private channel. */
    OptionalLong guildId();

    /** What this user may do here. Participants of a private channel may do what needs no moderation. */
    long permissions(long userId);

    /** Refuses with MISSING_PERMISSIONS, or MISSING_ACCESS when even VIEW_CHANNEL is missing. */
    void require(long userId, Permission needed);

    /** A user who is here: a member of the guild or a participant. */
    Optional<User> findUser(long userId);

    /** The member; empty in a private channel. */
    Optional<Member> findMember(long userId);

    /** What {@link #findMember} finds at this moment, for any thread. */
    LongFunction<Optional<Member>> members();

    /** True when this user may only look here for now: timed out, quarantined for its name, or not let in yet. Administrators are never. */
    default boolean isSilenced(long userId) {
        return !Permission.ADMINISTRATOR.in(permissions(userId))
                && findMember(userId)
                        .filter(member -> member.pending()
                                || (member.flags() & MemberFlags.QUARANTINED) != 0
                                || isTimedOut(member))
                        .isPresent();
    }

    /** Whether this user may say something new here, pauses aside. */
    default boolean maySpeak(long userId) {
        return Permission.SEND_MESSAGES.in(permissions(userId)) && !isSilenced(userId) && !isLockedFor(userId);
    }

    /** True in a locked thread for those who do not manage threads. */
    default boolean isLockedFor(long userId) {
        return false;
    }

    private boolean isTimedOut(Member member) {
        String until = member.communicationDisabledUntil();
        return until != null && OffsetDateTime.parse(until).toInstant().toEpochMilli() > now();
    }

    /** The applications that are here by their bots, by id. */
    List<Long> applications();

    /** The last message's id; 0 when there was none. */
    long lastMessageId();

    /** Remembers the last message's id, and writes it where that is needed. */
    void setLastMessageId(long messageId, Changes changes);

    /** A message is about to be told of here, and everything that follows from it is done first. */
    default void sent(RowView message, Changes changes) {
        setLastMessageId(message.get(Messages.MESSAGE_ID), changes);
    }

    /** Its author has said something else in a message; as it is now. */
    default void edited(RowView message, Changes changes) {}

    /** These messages of the channel are deleted. */
    default void gone(Collection<RowView> messages, Changes changes) {}

    /** Remembers and writes when a message was last pinned, in ms since 1970; null when none is pinned any more. */
    void setLastPinAt(Long pinnedAt, Changes changes);

    /** Begins an event with the right intents and scope. */
    Event.Builder begin(DispatchEvent name, Object payload);

    /** Sends it to everyone who may see this channel. */
    void send(Event event, Changes changes);

    /** Sends it to one user's sessions, and of a bot's to those that take what happens here. */
    void sendTo(long userId, Event event, Changes changes);

    /** What an application is told of this place. */
    Surroundings surroundings();

    /** Reads of the store, which show what the actor has changed, whether or not that is written by now. */
    StorageFacade storage();

    /** Reads that wait for nothing, for use inside {@code Reply.later}. */
    StorageFacade freeStorage();

    /** Gives out addresses of attachments. */
    AttachmentLinks links();

    /** The emojis and so on that everybody here may use; none in private channels. */
    GuildExpressions expressions();

    /** When this user last wrote here, as far as it is remembered, in ms since 1970; 0 when not. */
    long lastWrittenAt(long userId);

    /** Remembers that this user writes here now; for a while, and not in the store. */
    void rememberWriter(long userId);

    /** Seconds that a member waits between two messages; 0 in private channels. */
    long slowmode();

    /** True when the role exists and this user may mention everyone who bears it. */
    boolean mayMentionRole(long roleId, long byUser);

    long now();
}
