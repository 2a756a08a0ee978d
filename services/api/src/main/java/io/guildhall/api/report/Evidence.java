package io.guildhall.api.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * What is reported, as whoever reports it sees it at that moment: it is kept with the report, since it may be gone when somebody looks. What they may
 * not see they can't report.
 */
@ApplicationScoped
public class Evidence {
    private final ActorResolver actors;
    private final OwnerCalls owners;

    @Inject
    public Evidence(ActorResolver actors, OwnerCalls owners) {
        this.actors = actors;
        this.owners = owners;
    }

    JsonNode message(ApiCall by, long channel, long message) {
        return ask(
                by,
                MessageOperations.GET_MESSAGE,
                Map.of("channel_id", Snowflake.format(channel), "message_id", Snowflake.format(message)),
                ErrorCode.UNKNOWN_MESSAGE);
    }

    JsonNode user(ApiCall by, long user) {
        return ask(by, UserOperations.GET_USER, Map.of("user_id", Snowflake.format(user)), ErrorCode.UNKNOWN_USER);
    }

    JsonNode guild(ApiCall by, long guild) {
        JsonNode whole = ask(
                by, GuildOperations.GET_GUILD, Map.of("guild_id", Snowflake.format(guild)), ErrorCode.UNKNOWN_GUILD);
        return Json.object()
                .put("id", whole.path("id").asText())
                .put("name", whole.path("name").asText())
                .put("description", whole.path("description").asText(null))
                .put("owner_id", whole.path("owner_id").asText());
    }

    private JsonNode ask(ApiCall by, Operation operation, Map<String, String> path, ErrorCode otherwise) {
        ActorResolver.Target target = actors.resolve(new ApiCall(
                operation,
                by.identity(),
                path,
                Json.object(),
                MissingNode.getInstance(),
                "",
                "",
                List.of(),
                by.address()));
        RestAnswer answer = owners.call(target.actor(), target.call());
        if (answer.status() >= 500) {
            throw ApiException.unavailable();
        }
        if (answer.status() >= 400) {
            throw ApiException.of(otherwise);
        }
        return Json.parse(new String(answer.body(), UTF_8));
    }
}
