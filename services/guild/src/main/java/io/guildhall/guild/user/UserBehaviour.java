package io.guildhall.guild.user;

import static java.util.function.Function.identity;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Handlers;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.SessionStarts;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import io.guildhall.model.table.catalogue.Users;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Users: people, bots, and the bots' applications. */
@Singleton
public final class UserBehaviour implements Behaviour<UserState> {
    private final Handlers<UserOperation> operations;
    private final Map<String, UserStep> steps;
    private final List<EventListener> listeners;
    private final UserSessions sessions;

    public UserBehaviour(
            @All List<UserOperation> operations,
            @All List<UserStep> steps,
            @All List<EventListener> listeners,
            UserSessions sessions) {
        this.operations = new Handlers<>(operations, UserOperation::operation);
        this.steps = steps.stream().collect(Collectors.toUnmodifiableMap(UserStep::step, identity()));
        this.listeners = List.copyOf(listeners);
        this.sessions = sessions;
    }

    @Override
    public ActorKind kind() {
        return ActorKind.USER;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {
        if (storage.row(Users.TABLE, key.getId()).isEmpty()
                && storage.row(Applications.TABLE, key.getId()).isEmpty()) {
            throw ApiException.of(aboutApplication(first) ? ErrorCode.UNKNOWN_APPLICATION : ErrorCode.UNKNOWN_USER);
        }
    }

    @Override
    public UserState load(ActorContext context) {
        long id = context.key().getId();
        StorageFacade storage = context.storage();
        UserState user = new UserState(
                context,
                storage.row(Users.TABLE, id).orElse(null),
                storage.row(Applications.TABLE, id).orElse(null),
                storage.row(SessionStarts.TABLE, id).orElse(null));
        storage.all(UserGuilds.TABLE, id).forEach(row -> user.joinGuild(row.get(UserGuilds.GUILD_ID)));
        storage.all(UserPrivateChannels.TABLE, id).stream()
                .filter(row -> row.get(UserPrivateChannels.OPEN, false))
                .forEach(row -> user.openPrivateChannel(
                        row.get(UserPrivateChannels.CHANNEL_ID), row.get(UserPrivateChannels.RECIPIENT_ID, 0L)));
        return user;
    }

    @Override
    public Reply handle(UserState user, Command command, Changes changes) {
        return switch (command.getPayloadCase()) {
            case REST -> rest(user, command.getRest(), changes);
            case ATTACH -> sessions.attach(user, command.getAttach(), changes);
            case DETACH -> sessions.detach(user, command.getDetach(), changes);
            case PUBLISH -> {
                Event event = command.getPublish().getEvent();
                listeners.forEach(listener -> listener.heard(user, event, changes));
                changes.event(event);
                yield Reply.noContent();
            }
            case INTERNAL -> step(user, command.getInternal(), changes);
            case PRESENCE -> sessions.presence(user, command.getPresence(), changes);
            case VOICE_STATE,
                    REQUEST_MEMBERS,
                    REQUEST_SOUNDS,
                    REQUEST_CHANNEL_INFO,
                    SUBSCRIBE,
                    USER_CHANGED,
                    REHEARSAL,
                    MESSAGES,
                    PAYLOAD_NOT_SET -> throw Handlers.unknown("Of people, " + command.getPayloadCase());
        };
    }

    private Reply rest(UserState user, RestCall rest, Changes changes) {
        Operation operation = Handlers.known(rest.getOperation());
        UserOperation handler = operations.find(operation.name()).orElseThrow(() -> Handlers.unknown(operation.name()));
        Reply reply = handler.handle(user, new Call(operation, rest), changes);
        return reply.orStatus(operation.status());
    }

    private Reply step(UserState user, Internal internal, Changes changes) {
        UserStep step = steps.get(internal.getStep());
        if (step == null) {
            throw Handlers.unknown("The step " + internal.getStep());
        }
        return step.handle(user, Json.parse(internal.getBody()), changes);
    }

    private static boolean aboutApplication(Command command) {
        return command.hasRest()
                && Operations.byName(command.getRest().getOperation())
                        .filter(operation -> operation.scope() == Scope.APPLICATION)
                        .isPresent();
    }
}
