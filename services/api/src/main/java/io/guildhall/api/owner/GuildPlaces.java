package io.guildhall.api.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Asks a caller's own actor for a place for one guild more, before the guild makes it a member. */
@ApplicationScoped
public class GuildPlaces {
    private static final String STEP = "reserveGuild";

    private final OwnerCalls owners;

    @Inject
    public GuildPlaces(OwnerCalls owners) {
        this.owners = owners;
    }

    /**
     * @param guild makes the caller a member, or refuses
     * @throws ApiException when the caller is in as many guilds as it may be
     */
    public RestAnswer around(ApiCall call, Target target, Supplier<RestAnswer> guild) {
        boolean making = call.operation().equals(GuildOperations.CREATE_GUILD);
        if (!making && !call.operation().equals(InviteOperations.ACCEPT_INVITE)) {
            return guild.get();
        }
        ask(call, target, Json.object().put("made", making));
        RestAnswer answer = guild.get();
        if (answer.status() >= 400 && answer.status() < 500) {
            ask(call, target, Json.object().put("given_back", true));
        }
        return answer;
    }

    private void ask(ApiCall call, Target target, ObjectNode question) {
        question.put("guild_id", Snowflake.format(target.actor().getId()));
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(call.caller().userId()))
                .setInternal(Internal.newBuilder().setStep(STEP).setBody(Json.bytes(question)))
                .build());
        // An owner of an earlier version knows no such question; it checks by itself when the request comes.
        if (outcome.hasFailure() && outcome.getFailure().getStatus() < 500) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
