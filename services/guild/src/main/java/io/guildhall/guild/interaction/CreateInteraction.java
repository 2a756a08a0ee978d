package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.account.UsableAccounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.interaction.Delivery;
import io.guildhall.model.interaction.InteractionToken;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Interactions;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Somebody uses an application: it is told what they want of it, and they are told when it has answered, or not in time. */
@Singleton
public final class CreateInteraction implements ChannelOperation {
    private final SnowflakeGenerator ids;
    private final InteractionTokens tokens;

    CreateInteraction(SnowflakeGenerator ids, InteractionTokens tokens) {
        this.ids = ids;
        this.tokens = tokens;
    }

    @Override
    public Operation operation() {
        return InteractionOperations.CREATE_INTERACTION;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return InteractionReads.of(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        long user = call.callerId();
        NewInteraction body = NewInteraction.of(call.body());
        long application = body.applicationId().required();
        requireHere(place, body);
        requireUsable(place, application);
        if (place.isSilenced(user)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        if (!call.files().isEmpty()) {
            place.require(user, Permission.ATTACH_FILES);
        }
        int type = body.type().required().intValue();
        Request request = checked(place, call, body, changes);
        long id = ids.next();
        String token = tokens.write(new InteractionToken(id, application, place.channelId()));
        JsonNode nonce = body.nonce().orNull();
        ObjectNode metadata = metadata(place, user, id, type, request);
        Write write = Write.to(Interactions.TABLE, place.channelId(), id)
                .set(Interactions.APPLICATION_ID, application)
                .set(Interactions.USER_ID, user)
                .set(Interactions.TYPE, (long) type)
                .set(Interactions.STATUS, StoredInteraction.WAITING)
                .set(Interactions.METADATA, metadata.toString());
        if (nonce != null) {
            write.set(Interactions.NONCE, nonce.toString());
        }
        request.source().ifPresent(source -> write.set(Interactions.SOURCE_ID, source.id()));
        changes.write(write.build());
        InteractionEvents events = new InteractionEvents(place, changes);
        events.created(user, id, nonce);
        ObjectNode told = new InteractionPayload(place, user, application).of(id, type, request, token);
        InteractionDue.after(StoredInteraction.PATIENCE, place, id, changes);
        Optional<String> endpoint = endpoint(place, application);
        if (endpoint.isEmpty()) {
            events.toApplication(application, request.installation(), told);
            return Reply.noContent();
        }
        return Reply.json(new Delivery(endpoint.get(), application, told).json());
    }

    /** Where the application wants to be called; its sessions hear nothing then. */
    private static Optional<String> endpoint(Place place, long application) {
        return place.storage()
                .row(Applications.TABLE, application)
                .flatMap(row -> row.find(Applications.INTERACTIONS_ENDPOINT_URL));
    }

    private static Request checked(Place place, Call call, NewInteraction body, Changes changes) {
        Resolved resolved =
                new Resolved(place, call.callerId(), body.applicationId().required());
        SentFiles files = new SentFiles(place, call, changes);
        int type = body.type().required().intValue();
        return switch (type) {
            case InteractionType.COMMAND ->
                new CommandRequests(place, call.callerId(), body, resolved).check(files, false);
            case InteractionType.AUTOCOMPLETE ->
                new CommandRequests(place, call.callerId(), body, resolved).check(files, true);
            case InteractionType.COMPONENT -> ComponentRequests.check(place, call.callerId(), body, resolved);
            case InteractionType.MODAL -> ModalRequests.check(place, call.callerId(), body, resolved, files);
            default -> throw new IllegalStateException("an interaction of the type " + type);
        };
    }

    private static void requireHere(Place place, NewInteraction body) {
        long here = place.guildId().orElse(0);
        if (body.guildId().or(here) != here) {
            throw ApiException.of(ErrorCode.UNKNOWN_CHANNEL);
        }
        if (!place.type().holdsMessages()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL);
        }
    }

    private static void requireUsable(Place place, long application) {
        boolean usable = place.storage()
                .row(Users.TABLE, application)
                .map(UsableAccounts::isUsable)
                .orElse(true);
        if (!usable) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION);
        }
    }

    private static ObjectNode metadata(Place place, long user, long id, int type, Request request) {
        ObjectNode metadata = Json.object().put("id", Snowflake.format(id)).put("type", type);
        metadata.set("user", Json.tree(place.findUser(user).orElseThrow()));
        metadata.set("authorizing_integration_owners", request.installation().owners());
        metadata.setAll(request.metadata());
        return metadata;
    }
}
