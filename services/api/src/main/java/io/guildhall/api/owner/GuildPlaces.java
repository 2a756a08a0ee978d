package io.guildhall.api.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.operation.catalogue.MemberOperations;
import io.guildhall.model.operation.catalogue.ScreeningOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Asks the actor of whoever joins a guild, the caller or another, for a place for one guild more, before the guild makes it a member. */
@ApplicationScoped
public class GuildPlaces {
    private static final String STEP = "reserveGuild";
    private static final String WHO_ASKED = "whoAsked";

    private final OwnerCalls owners;

    @Inject
    public GuildPlaces(OwnerCalls owners) {
        this.owners = owners;
    }

    /**
     * @param guild makes somebody a member, or refuses
     * @throws ApiException when who would join is in as many guilds as it may be
     */
    public RestAnswer around(ApiCall call, Target target, Supplier<RestAnswer> guild) {
        OptionalLong joining = joining(call, target);
        if (joining.isEmpty()) {
            return guild.get();
        }
        long user = joining.getAsLong();
        boolean making = call.operation().equals(GuildOperations.CREATE_GUILD);
        ask(user, target, Json.object().put("made", making));
        RestAnswer answer = guild.get();
        if (answer.status() >= 400 && answer.status() < 500) {
            ask(user, target, Json.object().put("given_back", true));
        }
        return answer;
    }

    /** Who is in one guild more when this goes well; empty when nobody is. */
    private OptionalLong joining(ApiCall call, Target target) {
        Operation operation = call.operation();
        if (operation.equals(GuildOperations.CREATE_GUILD) || operation.equals(InviteOperations.ACCEPT_INVITE)) {
            return OptionalLong.of(call.caller().userId());
        }
        if (operation.equals(MemberOperations.ADD_MEMBER)) {
            return OptionalLong.of(Snowflake.parse(call.path().get("user_id")));
        }
        return operation.equals(ScreeningOperations.ACTION_JOIN_REQUEST)
                        && call.body().path("action").asText().equals("APPROVED")
                ? whoAsked(call, target)
                : OptionalLong.empty();
    }

    private OptionalLong whoAsked(ApiCall call, Target target) {
        ObjectNode question = Json.object()
                .put("request_id", call.path().get("request_id"))
                .put("caller_id", Snowflake.format(call.caller().userId()));
        Outcome outcome = execute(target.actor(), WHO_ASKED, question);
        // The guild refuses by itself what is no request.
        return outcome.hasSuccess()
                ? OptionalLong.of(
                        Snowflake.parse(Json.parse(outcome.getSuccess().getBody())
                                .path("user_id")
                                .asText()))
                : OptionalLong.empty();
    }

    private Outcome execute(ActorKey actor, String step, ObjectNode question) {
        return owners.execute(Command.newBuilder()
                .setActor(actor)
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(question)))
                .build());
    }

    private void ask(long user, Target target, ObjectNode question) {
        question.put("guild_id", Snowflake.format(target.actor().getId()));
        Outcome outcome = execute(ActorResolver.user(user), STEP, question);
        // An owner of an earlier version knows no such question; it checks by itself when the request comes.
        if (outcome.hasFailure() && outcome.getFailure().getStatus() < 500) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
