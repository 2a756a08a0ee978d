package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.notification.GuildNotifications;
import io.guildhall.guild.notification.GuildNotifications.Level;
import io.guildhall.guild.push.Decision.Circumstances;
import io.guildhall.guild.readstate.Unread;
import io.guildhall.guild.relationship.Circle;
import io.guildhall.guild.scheduledevent.ShowBegun;
import io.guildhall.guild.user.OwnSessions;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.push.PushSteps;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * What a device shows now of what its person was to be told: no content at all when there is nothing to tell any more. Everything is decided anew, of
 * what is true now: the device, what the person wants and has read, whether it looks, what it may see, and the message.
 */
@Singleton
public final class ComposePush implements UserStep {
    private final Clock clock;

    public ComposePush(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return PushSteps.COMPOSE;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        PushReason reason = PushReason.valueOf(body.path("reason").asText());
        Optional<Device> device = Devices.of(user).byId().find(id(body, "device_id"));
        if (device.isEmpty() || OwnSessions.isThere(user)) {
            return Reply.noContent();
        }
        Shown shown = new Shown(
                reason,
                id(body, "subject_id"),
                id(body, "channel_id"),
                id(body, "guild_id"),
                body.path("more").asInt(),
                Unread.mentions(user),
                device.get().registration().hideContent());
        if (reason == PushReason.EVENT_START) {
            return asked(user, shown, eventQuestion(user.id(), shown), shown::event);
        }
        return reason.isOfPeople() ? ofPerson(user, shown) : ofMessage(user, shown);
    }

    private static Reply ofPerson(UserState user, Shown shown) {
        boolean asks = shown.reason() == PushReason.FRIEND_REQUEST;
        RelationshipType type = asks ? RelationshipType.INCOMING_REQUEST : RelationshipType.FRIEND;
        return Circle.is(user, type, shown.subjectId())
                ? Reply.later(() -> Reply.json(shown.person(user.context().freeStorage())))
                : Reply.noContent();
    }

    private Reply ofMessage(UserState user, Shown shown) {
        return asked(user, shown, question(user.id(), shown), shown::message);
    }

    /** @param how what the owner answers is shown */
    private Reply asked(UserState user, Shown shown, Command question, Function<JsonNode, ObjectNode> how) {
        Happening asked = new Happening(shown.guildId(), shown.channelId(), 0, shown.subjectId(), 0, false, Level.ALL);
        Circumstances circumstances = Pushes.circumstances(user, asked);
        LongPredicate blocked = Circle.blocked(user);
        GuildNotifications settings = Pushes.settings(user, shown.guildId());
        ActorCommands owners = user.context().owners();
        return Reply.later(() -> {
            Outcome outcome = owners.ask(question);
            if (Outcomes.isUnavailable(outcome)) {
                throw ApiException.from(outcome.getFailure());
            }
            if (!outcome.hasSuccess() || outcome.getSuccess().getBody().isEmpty()) {
                return Reply.noContent();
            }
            JsonNode message = Json.parse(outcome.getSuccess().getBody());
            return !blocked.test(id(message, "author_id")) && isWanted(shown, circumstances, settings, message)
                    ? Reply.json(how.apply(message))
                    : Reply.noContent();
        });
    }

    /** Levels that nobody has said hold as they did when it was decided first. */
    private boolean isWanted(Shown shown, Circumstances circumstances, GuildNotifications settings, JsonNode message) {
        Happening now = new Happening(
                shown.guildId(),
                shown.channelId(),
                id(message, "parent_id"),
                shown.subjectId(),
                0,
                message.path("silent").asBoolean(),
                Level.ALL);
        return Decision.of(Set.of(shown.reason()), circumstances, Wishes.of(settings, now, clock.millis()))
                .isPresent();
    }

    private static Command eventQuestion(long person, Shown shown) {
        ObjectNode body = Json.object()
                .put("user_id", Snowflake.format(person))
                .put("event_id", Snowflake.format(shown.subjectId()));
        return Command.newBuilder()
                .setActor(Keys.guild(shown.guildId()))
                .setInternal(Internal.newBuilder().setStep(ShowBegun.STEP).setBody(Json.bytes(body)))
                .build();
    }

    private static Command question(long person, Shown shown) {
        ObjectNode body = Json.object()
                .put(ChannelStep.CHANNEL_ID, Snowflake.format(shown.channelId()))
                .put("user_id", Snowflake.format(person))
                .put("message_id", Snowflake.format(shown.subjectId()));
        return Command.newBuilder()
                .setActor(shown.guildId() == 0 ? Keys.privateChannel(shown.channelId()) : Keys.guild(shown.guildId()))
                .setInternal(Internal.newBuilder().setStep(ShowPush.STEP).setBody(Json.bytes(body)))
                .build();
    }

    private static long id(JsonNode body, String field) {
        return body.hasNonNull(field) ? Snowflake.parse(body.get(field).asText()) : 0;
    }
}
