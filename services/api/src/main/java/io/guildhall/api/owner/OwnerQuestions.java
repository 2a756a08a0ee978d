package io.guildhall.api.owner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.RestCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What api's own handlers ask owners on behalf of their caller. */
@ApplicationScoped
public class OwnerQuestions {
    /** What Discord shows of an application to everybody. */
    private static final List<String> PUBLIC = List.of(
            "id",
            "name",
            "icon",
            "description",
            "type",
            "cover_image",
            "bot",
            "bot_public",
            "bot_require_code_grant",
            "custom_install_url",
            "install_params",
            "integration_types_config",
            "verify_key",
            "flags",
            "flags_new",
            "tags");

    private final OwnerCalls owners;

    @Inject
    public OwnerQuestions(OwnerCalls owners) {
        this.owners = owners;
    }

    /** An application as anybody may see it who is asked to let it do something: it is asked itself, and the rest left out. */
    public JsonNode publicApplication(long applicationId) {
        return ((ObjectNode) ownApplication(new Identity(applicationId, true, applicationId, 0))).retain(PUBLIC);
    }

    /** An application as its owner sees it. */
    public JsonNode application(Identity caller, long applicationId) {
        return ask(caller, "getApplication", applicationId, Map.of("application_id", Snowflake.format(applicationId)));
    }

    /** The application of the bot that asks. */
    public JsonNode ownApplication(Identity bot) {
        return ask(bot, "getMyOAuth2Application", bot.userId(), Map.of());
    }

    /** A user as others see it. */
    public JsonNode user(Identity caller, long userId) {
        return ask(caller, "getUser", userId, Map.of("user_id", Snowflake.format(userId)));
    }

    /** The caller's own account, with what others do not see. */
    public JsonNode self(Identity caller) {
        return ask(caller, "getMyUser", caller.userId(), Map.of());
    }

    /** The guilds of the caller, in short. */
    public JsonNode guilds(Identity caller) {
        return ask(caller, "listMyGuilds", caller.userId(), Map.of());
    }

    private JsonNode ask(Identity caller, String operation, long actor, Map<String, String> path) {
        RestAnswer answer = owners.call(
                ActorResolver.user(actor),
                RestCall.newBuilder()
                        .setOperation(operation)
                        .setCaller(Caller.newBuilder()
                                .setUserId(caller.userId())
                                .setBot(caller.bot())
                                .setApplicationId(caller.applicationId()))
                        .putAllPath(path)
                        .build());
        JsonNode body = Json.parse(new String(answer.body(), UTF_8));
        if (answer.status() >= 400) {
            throw ErrorCode.find(body.path("code").asInt())
                    .map(ApiException::of)
                    .orElseGet(ApiException::unavailable);
        }
        return body;
    }
}
