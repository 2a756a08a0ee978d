package io.guildhall.guild.auditlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.automod.Rule;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.webhook.WebhookView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The webhooks, commands and rules that the entries of a page are about, as they are now; what is gone is left out. Reads, outside the mailbox. */
record AuditReferences(List<RowView> entries, StorageFacade storage) {
    private static final Set<AuditAction> ABOUT_WEBHOOKS =
            EnumSet.of(AuditAction.WEBHOOK_CREATE, AuditAction.WEBHOOK_UPDATE);
    private static final Set<AuditAction> ABOUT_COMMANDS =
            EnumSet.of(AuditAction.APPLICATION_COMMAND_PERMISSION_UPDATE);

    private static final Set<AuditAction> ABOUT_RULES =
            EnumSet.of(AuditAction.AUTO_MODERATION_RULE_CREATE, AuditAction.AUTO_MODERATION_RULE_UPDATE);

    /** A command is named together with its application; an application's own id stands for all of its commands. */
    private record NamedCommand(long applicationId, long guildId, long id) {
        static NamedCommand in(RowView entry) {
            JsonNode options = Json.parse(entry.get(AuditLog.OPTIONS, ByteString.EMPTY));
            return new NamedCommand(
                    Snowflake.parse(options.path("application_id").asText("0")),
                    entry.get(AuditLog.GUILD_ID),
                    entry.get(AuditLog.TARGET_ID, 0L));
        }
    }

    /** Without tokens. */
    ArrayNode webhooks() {
        return found(
                about(ABOUT_WEBHOOKS).map(entry -> entry.get(AuditLog.TARGET_ID, 0L)),
                id -> storage.row(Webhooks.TABLE, id).map(WebhookView::plain));
    }

    ArrayNode commands() {
        return found(about(ABOUT_COMMANDS).map(NamedCommand::in), this::command);
    }

    /** Those of automatic moderation. */
    ArrayNode rules() {
        return found(
                about(ABOUT_RULES)
                        .map(entry -> List.of(entry.get(AuditLog.GUILD_ID), entry.get(AuditLog.TARGET_ID, 0L))),
                key -> storage.row(AutoModerationRules.TABLE, key.getFirst(), key.getLast())
                        .map(row -> Rule.of(row).json()));
    }

    private Optional<JsonNode> command(NamedCommand command) {
        return storage.row(Commands.TABLE, command.applicationId(), command.guildId(), command.id())
                .or(() -> storage.row(Commands.TABLE, command.applicationId(), 0L, command.id()))
                .map(row -> Json.parse(row.get(Commands.DEFINITION)));
    }

    private Stream<RowView> about(Set<AuditAction> actions) {
        return entries.stream().filter(entry -> AuditAction.find(
                        entry.get(AuditLog.ACTION_TYPE, 0L).intValue())
                .filter(actions::contains)
                .isPresent());
    }

    /** Each once; a page has at most as many as it has entries. */
    private static <T> ArrayNode found(Stream<T> named, Function<T, Optional<? extends JsonNode>> read) {
        ArrayNode list = Json.array();
        SideBySide.<T, Optional<? extends JsonNode>>map(named.distinct().toList(), read)
                .forEach(thing -> thing.ifPresent(list::add));
        return list;
    }
}
