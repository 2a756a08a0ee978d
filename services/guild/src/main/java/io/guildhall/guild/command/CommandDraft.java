package io.guildhall.guild.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import java.util.Optional;

/** Makes commands of what applications send. A command that did not change keeps its version. */
final class CommandDraft {
    private static final int GUILD_INSTALL = 0;
    private static final int BOT_DM = 1;

    private final SnowflakeGenerator ids;

    CommandDraft(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    /** @throws ApiException when the body is no valid command */
    ApplicationCommand create(CommandScope scope, JsonNode body, Optional<ApplicationCommand> replaced) {
        Problems problems = Problems.none();
        ApplicationCommand command = create(scope, body, replaced, problems);
        requireNone(problems);
        return command;
    }

    /** As above, with what is wrong added to the problems; the result is of no use then. */
    ApplicationCommand create(
            CommandScope scope, JsonNode body, Optional<ApplicationCommand> replaced, Problems problems) {
        CommandCheck.check(body, problems);
        CommandCheck.checkScope(scope, body, problems);
        return build(scope, body, replaced);
    }

    /** The command with the fields that the body names. */
    ApplicationCommand update(CommandScope scope, ApplicationCommand before, JsonNode body) {
        ObjectNode merged = Json.tree(before);
        CommandSettings asked = CommandSettings.of(body);
        if (asked.contexts().named() && !asked.dmPermission().named()) {
            merged.remove("dm_permission");
        }
        merged.setAll((ObjectNode) body);
        merged.put("type", before.type());
        Problems problems = Problems.none();
        CommandCheck.check(merged, problems);
        requireNone(problems);
        return build(scope, merged, Optional.of(before));
    }

    private ApplicationCommand build(CommandScope scope, JsonNode body, Optional<ApplicationCommand> replaced) {
        NewCommand command = NewCommand.of(body);
        ApplicationCommand draft = draft(scope, command, replaced.map(ApplicationCommand::id), "0");
        Optional<ApplicationCommand> unchanged = replaced.filter(before -> same(before, draft));
        return unchanged.orElseGet(() -> draft(
                scope,
                command,
                Optional.of(replaced.map(ApplicationCommand::id).orElseGet(ids::nextText)),
                ids.nextText()));
    }

    private static ApplicationCommand draft(
            CommandScope scope, NewCommand command, Optional<String> id, String version) {
        CommandSettings settings = command.settings();
        return new ApplicationCommand(
                id.orElse("0"),
                Snowflake.format(scope.applicationId()),
                scope.global() ? null : Snowflake.format(scope.guildId()),
                version,
                command.kind(),
                command.name(),
                settings.nameLocalizations().orNull(),
                settings.description().or(""),
                settings.descriptionLocalizations().orNull(),
                settings.options().orNull(),
                memberPermissions(settings),
                directMessages(scope, settings),
                settings.contexts().orNull(),
                scope.global() ? settings.integrationTypes().or(Json.array().add(GUILD_INSTALL)) : null,
                settings.nsfw().or(false));
    }

    /** default_permission is how older clients say that only administrators may use a command. */
    private static String memberPermissions(CommandSettings settings) {
        return settings.defaultMemberPermissions()
                .or(settings.defaultPermission().or(true) ? null : "0");
    }

    private static boolean directMessages(CommandScope scope, CommandSettings settings) {
        if (!scope.global()) {
            return false;
        }
        if (settings.dmPermission().hasValue() || !settings.contexts().hasValue()) {
            return settings.dmPermission().or(true);
        }
        for (JsonNode context : settings.contexts().required()) {
            if (context.asInt() == BOT_DM) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(ApplicationCommand before, ApplicationCommand after) {
        ObjectNode old = Json.tree(before);
        ObjectNode changed = Json.tree(after);
        // Compared as text: a number that went through the store may have another Java type.
        return old.without("version")
                .toString()
                .equals(changed.without("version").toString());
    }

    private static void requireNone(Problems problems) {
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
    }
}
