package io.guildhall.guild.auditlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.audit.AuditEntries;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditLog;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The entries of an audit log with everything that they refer to. */
final class AuditAnswer {
    /** The actions whose target is a user. */
    private static final Set<AuditAction> ABOUT_USERS = EnumSet.of(
            AuditAction.MEMBER_KICK,
            AuditAction.MEMBER_BAN_ADD,
            AuditAction.MEMBER_BAN_REMOVE,
            AuditAction.MEMBER_UPDATE,
            AuditAction.MEMBER_ROLE_UPDATE,
            AuditAction.BOT_ADD,
            AuditAction.MESSAGE_DELETE,
            AuditAction.MESSAGE_PIN,
            AuditAction.MESSAGE_UNPIN,
            AuditAction.AUTO_MODERATION_BLOCK_MESSAGE,
            AuditAction.AUTO_MODERATION_FLAG_TO_CHANNEL,
            AuditAction.AUTO_MODERATION_USER_COMMUNICATION_DISABLED,
            AuditAction.AUTO_MODERATION_QUARANTINE_USER);

    private AuditAnswer() {}

    /** Reads the users: only outside the mailbox. */
    static ObjectNode of(List<RowView> entries, StorageFacade storage) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("audit_log_entries");
        entries.forEach(entry -> list.add(AuditEntries.json(entry)));
        ArrayNode users = answer.putArray("users");
        Profiles.of(storage, users(entries)).values().forEach(user -> users.add(Json.<JsonNode>tree(user)));
        AuditReferences references = new AuditReferences(entries, storage);
        answer.set("webhooks", references.webhooks());
        answer.putArray("integrations");
        answer.putArray("threads");
        answer.set("application_commands", references.commands());
        answer.set("auto_moderation_rules", references.rules());
        answer.putArray("guild_scheduled_events");
        return answer;
    }

    private static Set<Long> users(List<RowView> entries) {
        Set<Long> users = new LinkedHashSet<>();
        for (RowView entry : entries) {
            entry.find(AuditLog.USER_ID).ifPresent(users::add);
            int action = entry.get(AuditLog.ACTION_TYPE, 0L).intValue();
            if (AuditAction.find(action).filter(ABOUT_USERS::contains).isPresent()) {
                entry.find(AuditLog.TARGET_ID).ifPresent(users::add);
            }
        }
        return users;
    }
}
