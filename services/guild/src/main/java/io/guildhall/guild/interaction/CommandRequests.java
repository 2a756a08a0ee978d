package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.Commands;
import java.util.Optional;

/** Somebody runs a command, or wants to know what may be entered for an option of it. */
record CommandRequests(Place place, long userId, NewInteraction body, Resolved resolved) {
    private static final int CHAT_INPUT = 1;
    private static final int USER = 2;

    /** @param completing true when what may be entered is asked for */
    Request check(SentFiles files, boolean completing) {
        EnteredCommand given = EnteredCommand.in(body);
        Installation all = Installation.of(place, userId, body.applicationId().required());
        if (all.isNone()) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION);
        }
        ApplicationCommand command = command(given);
        Installation installation = CommandAccess.require(place, userId, command, all);
        Problems problems = Problems.none();
        if (given.version().hasValue()
                && !Snowflake.format(given.version().required()).equals(command.version())) {
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
                    given.options().or(Json.array()),
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
            target(given.targetId().or(0L), command, data, metadata);
        }
        resolved.addTo(data);
        return new Request(data, metadata, Optional.empty(), installation);
    }

    private ApplicationCommand command(EnteredCommand given) {
        long guild = given.guildId().or(0L);
        if (guild != 0 && guild != place.guildId().orElse(0)) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND);
        }
        long application = body.applicationId().required();
        return place.storage()
                .row(Commands.TABLE, application, guild, given.id().required())
                .map(row -> Json.read(row.get(Commands.DEFINITION), ApplicationCommand.class))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND));
    }

    /** The user or the message that a command of a menu is used on. */
    private void target(long target, ApplicationCommand command, ObjectNode data, ObjectNode metadata) {
        data.put("target_id", Snowflake.format(target));
        metadata.put("name", command.name());
        if (command.type() == USER) {
            if (!resolved.user(target)) {
                throw ApiException.of(ErrorCode.UNKNOWN_USER);
            }
            metadata.set("target_user", resolved.shown("users", target));
            return;
        }
        place.require(userId, Permission.READ_MESSAGE_HISTORY);
        AppMessage message = AppMessages.find(place, target)
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
        resolved.message(
                target, AppMessages.chosen(place, message, body.applicationId().required()));
        metadata.put("target_message_id", Snowflake.format(target));
    }
}
