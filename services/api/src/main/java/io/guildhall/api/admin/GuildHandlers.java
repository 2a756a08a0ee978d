package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.GuildSteps;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Guilds, for whoever looks after the instance. */
@Singleton
public class GuildHandlers {
    private final GuildRecords guilds;
    private final OwnerCalls owners;

    @Inject
    public GuildHandlers(GuildRecords guilds, OwnerCalls owners) {
        this.guilds = guilds;
        this.owners = owners;
    }

    @Produces
    @Singleton
    public ApiHandler findGuilds() {
        return new Answering(AdminOperations.FIND_GUILDS, call -> Page.list(found(call.query())));
    }

    @Produces
    @Singleton
    public ApiHandler getGuildRecord() {
        return new Answering(AdminOperations.GET_GUILD_RECORD, call -> shown(id(call)));
    }

    @Produces
    @Singleton
    public ApiHandler suspendGuild() {
        return new Answering(AdminOperations.SUSPEND_GUILD, call -> suspended(call, true));
    }

    @Produces
    @Singleton
    public ApiHandler restoreGuild() {
        return new Answering(AdminOperations.RESTORE_GUILD, call -> suspended(call, false));
    }

    @Produces
    @Singleton
    public ApiHandler transferGuild() {
        return new Answering(AdminOperations.TRANSFER_GUILD, call -> {
            long owner = OwnerBody.of(call.body()).ownerId().required();
            ask(
                    id(call),
                    GuildSteps.TRANSFER,
                    Json.object()
                            .put(GuildSteps.OWNER_ID, Snowflake.format(owner))
                            .put(GuildSteps.REASON, call.reason()));
            return shown(id(call));
        });
    }

    private JsonNode suspended(ApiCall call, boolean suspended) {
        ask(id(call), GuildSteps.SUSPEND, Json.object().put(GuildSteps.SUSPENDED, suspended));
        return MissingNode.getInstance();
    }

    private List<ObjectNode> found(JsonNode query) {
        return query.hasNonNull("user_id")
                ? guilds.of(Snowflake.parse(query.get("user_id").asText()))
                : guilds.find(query.path("query").asText());
    }

    private JsonNode shown(long guild) {
        return guilds.find(guild).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD));
    }

    private void ask(long guild, String step, ObjectNode body) {
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(guild))
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
    }

    private static long id(ApiCall call) {
        return Snowflake.parse(call.path().get("guild_id"));
    }
}
