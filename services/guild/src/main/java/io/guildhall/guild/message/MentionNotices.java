package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a new message of a guild means for what people have read. Whoever is mentioned by name is told through the log, and counts; what mentions
 * everyone or roles is written down once, however many that are. Who wrote is told as well, and it does not matter when that is lost. What happens in
 * private channels their participants hear anyway.
 */
public final class MentionNotices {
    /** The step of a person's actor that counts a mention. */
    public static final String MENTIONED = "mentioned";

    /** The step of a person's actor by which it has read what it wrote. */
    public static final String WROTE = "wrote";

    private MentionNotices() {}

    /** Whether who wrote a message of this type has read the channel; the result of a poll comes by itself. */
    public static boolean readsByWriting(long type) {
        return type != MessageType.POLL_RESULT;
    }

    /** Whether a message in a private channel counts for its readers. */
    public static boolean countsInPrivate(long type, long flags) {
        return type != MessageType.RECIPIENT_REMOVE && !MessageFlag.in(flags, MessageFlag.EPHEMERAL);
    }

    /** Whether the author of a message wants nobody to be told of it. */
    public static boolean isSilent(long flags) {
        return MessageFlag.in(flags, MessageFlag.SUPPRESS_NOTIFICATIONS);
    }

    static void tell(Place place, RowView message, Optional<RowView> replied, Changes changes) {
        if (place.guildId().isEmpty()) {
            return;
        }
        long author = message.get(Messages.AUTHOR_ID);
        ObjectNode body = Json.object()
                .put("channel_id", Snowflake.format(place.channelId()))
                .put("message_id", Snowflake.format(message.get(Messages.MESSAGE_ID)))
                .put("author_id", Snowflake.format(author))
                .put("guild_id", Snowflake.format(place.guildId().getAsLong()))
                .put("parent_id", Snowflake.format(parent(place)))
                .put("silent", isSilent(message.get(Messages.FLAGS, 0L)));
        replied.ifPresent(target -> body.put("replied_to", Snowflake.format(target.get(Messages.AUTHOR_ID))));
        if (message.get(Messages.WEBHOOK_ID) == null
                && isPerson(place, author)
                && readsByWriting(message.get(Messages.TYPE, 0L))) {
            changes.hintStep(Keys.user(author), WROTE, body);
        }
        message.get(Messages.MENTIONS, List.of()).stream()
                .filter(user -> user != author && isPerson(place, user))
                .filter(user -> Permission.VIEW_CHANNEL.in(place.permissions(user)))
                .forEach(user -> changes.step(Keys.user(user), MENTIONED, body));
        if (isBroadcast(message)) {
            changes.write(broadcast(place, message));
        }
    }

    /** The channel of a thread; 0 for anything else. */
    private static long parent(Place place) {
        return place.settingChannelId() == place.channelId() ? 0 : place.settingChannelId();
    }

    /** These messages are deleted: what they mention counts for nobody who comes. */
    static void gone(Place place, Collection<RowView> messages, Changes changes) {
        place.guildId().ifPresent(guild -> messages.stream()
                .filter(MentionNotices::isBroadcast)
                .map(message -> message.get(Messages.MESSAGE_ID))
                .forEach(id -> changes.write(Write.delete(BroadcastMentions.TABLE, guild, MessageBucket.of(id), id))));
    }

    private static boolean isPerson(Place place, long userId) {
        return place.findUser(userId)
                .filter(user -> !Boolean.TRUE.equals(user.bot()))
                .isPresent();
    }

    private static boolean isBroadcast(RowView message) {
        return message.get(Messages.MENTION_EVERYONE, false)
                || !message.get(Messages.MENTION_ROLES, List.of()).isEmpty();
    }

    private static Mutation broadcast(Place place, RowView message) {
        long id = message.get(Messages.MESSAGE_ID);
        return Write.to(BroadcastMentions.TABLE, place.guildId().orElseThrow(), MessageBucket.of(id), id)
                .set(BroadcastMentions.CHANNEL_ID, place.channelId())
                .set(BroadcastMentions.AUTHOR_ID, message.get(Messages.AUTHOR_ID))
                .set(BroadcastMentions.EVERYONE, message.get(Messages.MENTION_EVERYONE, false))
                .set(BroadcastMentions.ROLES, message.get(Messages.MENTION_ROLES, List.of()))
                .set(BroadcastMentions.USERS, message.get(Messages.MENTIONS, List.of()))
                .build();
    }
}
