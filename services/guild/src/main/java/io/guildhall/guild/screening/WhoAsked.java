package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** Whose request to join this is, for who may decide it: the applicant needs a place for one guild more before it is let in. */
@Singleton
public final class WhoAsked implements GuildStep {
    @Override
    public String step() {
        return "whoAsked";
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        boolean deciding = guild.findMember(
                        Snowflake.parse(body.path("caller_id").asText()))
                .filter(caller -> guild.permissions().has(caller, Permission.KICK_MEMBERS))
                .isPresent();
        if (!deciding) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        long request = Snowflake.parse(body.path("request_id").asText());
        JoinRequestBook.Place place = JoinRequestBook.of(guild).byId(request).orElseThrow(ApiException::noSuchRoute);
        return Reply.json(Json.object().put("user_id", Snowflake.format(place.userId())));
    }
}
