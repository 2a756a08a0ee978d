package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Commands;
import java.util.Optional;

/** Somebody runs a command, or wants to know what may be entered for an option of it. */
final class CommandRequests {
    private static final int CHAT_INPUT = 1;
    private static final int USER = 2;

    private CommandRequests() {}

    static ReadRequest read(long applicationId, JsonNode data) {
        return Read.row(Commands.TABLE, applicationId, id(data, "guild_id"), id(data, "id"));
    }

    static Request check(Place place, Call call, Resolved resolved, SentFiles files, boolean completing) {
        JsonNode given = call.body().path("data");
        ApplicationCommand command = command(place, call);
        CommandAccess.require(place, call.callerId(), command);
        Problems problems = Problems.none();
        if (given.has("version") && !given.get("version").asText().equals(command.version())) {
            problems.at("data")
                    .at("version")
                    .add(
                            "INTERACTION_APPLICATION_COMMAND_INVALID_VERSION",
                            "This command is outdated, please try again in a few minutes");
            throw ApiException.invalidForm(problems);
        }
        ObjectNode data = Json.object()
                .put("id", command.id())
                .put("name", command.name())
                .put("type", command.type());
        if (command.guildId() != null) {
            data.put("guild_id", command.guildId());
        }
        ObjectNode metadata = Json.object().put("command_type", command.type());
        if (command.type() == CHAT_INPUT) {
            OptionValues options = new OptionValues(new OptionValue(resolved, files), completing);
            ArrayNode checked = options.checked(
                    Optional.ofNullable(command.options()).orElseGet(Json::array),
                    given.path("options"),
                    problems.at("data").at("options"));
            if (!problems.isEmpty()) {
                throw ApiException.invalidForm(problems);
            }
            if (completing && !options.hasFocus()) {
                throw ApiException.invalidField(
                        "data", "INTERACTION_AUTOCOMPLETE_NO_FOCUS", "One option with autocompletion must be focused");
            }
            if (!checked.isEmpty()) {
                data.set("options", checked);
            }
            metadata.put("name", command.name() + options.path());
        } else {
            target(place, call, command, resolved, data, metadata);
        }
        resolved.addTo(data);
        return new Request(data, metadata, Optional.empty());
    }

    private static ApplicationCommand command(Place place, Call call) {
        JsonNode data = call.body().path("data");
        long guild = id(data, "guild_id");
        if (guild != 0 && guild != place.guildId().orElse(0)) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND);
        }
        return place.storage()
                .row(Commands.TABLE, id(call.body(), "application_id"), guild, id(data, "id"))
                .map(row -> Json.read(row.get(Commands.DEFINITION), ApplicationCommand.class))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND));
    }

    /** The user or the message that a command of a menu is used on. */
    private static void target(
            Place place,
            Call call,
            ApplicationCommand command,
            Resolved resolved,
            ObjectNode data,
            ObjectNode metadata) {
        long target = id(call.body().path("data"), "target_id");
        data.put("target_id", Snowflake.format(target));
        metadata.put("name", command.name());
        if (command.type() == USER) {
            if (!resolved.user(target)) {
                throw ApiException.of(ErrorCode.UNKNOWN_USER);
            }
            metadata.set("target_user", resolved.shown("users", target));
            return;
        }
        place.require(call.callerId(), Permission.READ_MESSAGE_HISTORY);
        AppMessage message = AppMessages.find(place, target)
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
        resolved.message(target, AppMessages.json(place, message));
        metadata.put("target_message_id", Snowflake.format(target));
    }

    private static long id(JsonNode object, String field) {
        return MessageReads.id(object.path(field).asText("")).orElse(0);
    }
}
