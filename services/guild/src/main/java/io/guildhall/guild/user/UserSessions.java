package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.account.UsableAccounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.UpdatePresence;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Lets a user's own sessions listen to it, and tells the gateway what READY says. */
@Singleton
public final class UserSessions {
    private final PrivateChannelList privateChannels;
    private final List<ReadyPart> parts;
    private final Clock clock;

    public UserSessions(PrivateChannelList privateChannels, @All List<ReadyPart> parts, Clock clock) {
        this.privateChannels = privateChannels;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    Reply attach(UserState user, AttachSessions attach, Changes changes) {
        if (!UsableAccounts.isUsable(user.account())) {
            throw ApiException.unauthorized();
        }
        List<JoiningSession> joining = attach.getSessionsList().stream()
                .filter(session -> session.getUserId() == user.id())
                .map(session -> JoiningSession.newBuilder().setSession(session).build())
                .toList();
        user.seen(clock.millis(), changes);
        if (!user.isBot()) {
            OwnSessions.come(user, own(joining), attach.getPresence(), attach.hasResumeAfter(), changes);
        }
        if (attach.hasResumeAfter()) {
            changes.rejoin(joining, attach.getResumeAfter());
            return Reply.noContent();
        }
        AtomicReference<Position> joined = new AtomicReference<>();
        changes.audience(audience -> {
            audience.join(joining);
            joined.set(audience.position());
        });
        ObjectNode ready = ready(user);
        if (user.isBot()) {
            ready.put("session_starts", user.startSession(clock.millis(), changes));
        }
        // People's clients are told of their private channels at once, bots when something happens there.
        List<Long> open = user.isBot() ? List.of() : List.copyOf(user.privateChannels());
        Map<String, Supplier<JsonNode>> forPeople = new LinkedHashMap<>();
        if (!user.isBot()) {
            parts.forEach(part -> forPeople.put(part.field(), part.of(user)));
        }
        return Reply.later(() -> {
            forPeople.forEach((field, value) -> ready.set(field, value.get()));
            ready.set(
                    "private_channels",
                    privateChannels.of(user.id(), open, user.context().freeStorage()));
            ready.putObject("position")
                    .put("epoch", joined.get().getEpoch())
                    .put("sequence", joined.get().getSequence());
            return Reply.json(ready);
        });
    }

    Reply detach(UserState user, DetachSessions detach, Changes changes) {
        user.seen(clock.millis(), changes);
        OwnSessions.left(user, detach.getSessionsList(), changes);
        changes.audience(audience -> audience.leave(detach.getSessionsList()));
        return Reply.noContent();
    }

    /** What a session says of its person; who asks of the person's presence asks guilds. */
    Reply presence(UserState user, UpdatePresence presence, Changes changes) {
        if (!user.isBot()) {
            OwnSessions.says(user, presence.getSession(), presence.getPresence(), changes);
        }
        return Reply.noContent();
    }

    private static List<Session> own(List<JoiningSession> joining) {
        return joining.stream().map(JoiningSession::getSession).toList();
    }

    private static ObjectNode ready(UserState user) {
        ObjectNode ready = Json.object();
        ready.set("user", Json.tree(user.self()));
        ready.set(
                "application", user.application().map(UserSessions::application).orElse(null));
        ArrayNode guilds = ready.putArray("guilds");
        user.guilds().forEach(guild -> guilds.add(Snowflake.format(guild)));
        return ready;
    }

    private static ObjectNode application(RowView row) {
        return Json.object()
                .put("id", Snowflake.format(row.get(Applications.APPLICATION_ID)))
                .put("flags", row.get(Applications.FLAGS, 0L));
    }
}
