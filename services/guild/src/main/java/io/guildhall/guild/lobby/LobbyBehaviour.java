package io.guildhall.guild.lobby;

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
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lobbies. They have no sessions of their own: events go through the members' actors. */
@Singleton
public final class LobbyBehaviour implements Behaviour<LobbyState> {
    /** What may be asked of a lobby that is not there yet. */
    private static final Set<String> MAKING =
            Set.of(LobbyOperations.CREATE_LOBBY.name(), LobbyOperations.JOIN_LOBBY.name());

    private final Handlers<LobbyOperation> operations;
    private final Map<String, LobbyStep> steps;
    private final LobbyLife life;

    public LobbyBehaviour(@All List<LobbyOperation> operations, @All List<LobbyStep> steps, LobbyLife life) {
        this.operations = new Handlers<>(operations, LobbyOperation::operation);
        this.steps = steps.stream().collect(Collectors.toUnmodifiableMap(LobbyStep::step, identity()));
        this.life = life;
    }

    @Override
    public ActorKind kind() {
        return ActorKind.LOBBY;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {
        if (!MAKING.contains(first.getRest().getOperation())
                && storage.row(Lobbies.TABLE, key.getId()).isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_LOBBY);
        }
    }

    @Override
    public LobbyState load(ActorContext context) {
        long id = context.key().getId();
        StorageFacade storage = context.storage();
        return new LobbyState(
                context, storage.row(Lobbies.TABLE, id).orElse(null), storage.all(LobbyMembers.TABLE, id));
    }

    @Override
    public Reply handle(LobbyState lobby, Command command, Changes changes) {
        if (command.hasInternal()) {
            return step(lobby, command.getInternal(), changes);
        }
        if (!command.hasRest()) {
            throw Handlers.unknown("Of lobbies, " + command.getPayloadCase());
        }
        return rest(lobby, command.getRest(), changes);
    }

    private Reply rest(LobbyState lobby, RestCall rest, Changes changes) {
        Operation operation = Handlers.known(rest.getOperation());
        LobbyOperation handler =
                operations.find(operation.name()).orElseThrow(() -> Handlers.unknown(operation.name()));
        Call call = new Call(operation, rest);
        boolean theirs = lobby.exists()
                ? lobby.applicationId() == call.caller().getApplicationId()
                : MAKING.contains(operation.name());
        if (!theirs) {
            throw ApiException.of(ErrorCode.UNKNOWN_LOBBY);
        }
        Reply reply = handler.handle(lobby, call, changes).orStatus(operation.status());
        life.used(lobby, changes);
        return reply;
    }

    /** Steps that come when it is gone are done with. */
    private Reply step(LobbyState lobby, Internal internal, Changes changes) {
        LobbyStep step = steps.get(internal.getStep());
        if (step == null) {
            throw Handlers.unknown("The step " + internal.getStep());
        }
        if (lobby.exists()) {
            step.handle(lobby, Json.parse(internal.getBody()), changes);
        }
        return Reply.noContent();
    }
}
