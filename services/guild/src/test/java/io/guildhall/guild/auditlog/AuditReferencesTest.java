package io.guildhall.guild.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.Webhooks;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditReferencesTest {
    private static final long GUILD = 10;
    private static final long HERE = 21;
    private static final long GONE = 22;
    private static final long APPLICATION = 30;
    private static final long GLOBAL = 31;
    private static final long LOCAL = 32;

    private final InMemoryStorage storage = new InMemoryStorage();
    private long entries;

    @BeforeEach
    void store() {
        storage.write(List.of(
                Write.to(Webhooks.TABLE, HERE)
                        .set(Webhooks.GUILD_ID, GUILD)
                        .set(Webhooks.CHANNEL_ID, 11L)
                        .set(Webhooks.TYPE, 1L)
                        .set(Webhooks.NAME, "news")
                        .build(),
                Write.to(Commands.TABLE, APPLICATION, 0L, GLOBAL)
                        .set(Commands.DEFINITION, "{\"id\":\"31\"}")
                        .build(),
                Write.to(Commands.TABLE, APPLICATION, GUILD, LOCAL)
                        .set(Commands.DEFINITION, "{\"id\":\"32\"}")
                        .build()));
    }

    @Test
    void webhooksThatAreStillThereAreShownOnceAndWithoutTokens() {
        entry(AuditAction.WEBHOOK_CREATE, HERE, null);
        entry(AuditAction.WEBHOOK_UPDATE, HERE, null);
        entry(AuditAction.WEBHOOK_UPDATE, GONE, null);
        entry(AuditAction.MEMBER_KICK, HERE, null);

        JsonNode answer = answer();
        assertThat(answer.path("webhooks").findValuesAsText("name")).containsExactly("news");
        assertThat(answer.path("webhooks").get(0).has("token")).isFalse();
    }

    @Test
    void commandsAreFoundWhetherTheyAreTheGuildsOwnOrNot() {
        entry(AuditAction.APPLICATION_COMMAND_PERMISSION_UPDATE, GLOBAL, "{\"application_id\":\"30\"}");
        entry(AuditAction.APPLICATION_COMMAND_PERMISSION_UPDATE, LOCAL, "{\"application_id\":\"30\"}");
        entry(AuditAction.APPLICATION_COMMAND_PERMISSION_UPDATE, APPLICATION, "{\"application_id\":\"30\"}");

        assertThat(answer().path("application_commands").findValuesAsText("id")).containsExactly("31", "32");
    }

    @Test
    void rulesOfAutomaticModerationAreShownAsTheyAreNow() {
        storage.write(List.of(Write.to(AutoModerationRules.TABLE, GUILD, HERE)
                .set(AutoModerationRules.NAME, "Words")
                .set(AutoModerationRules.TRIGGER_TYPE, 1L)
                .set(AutoModerationRules.EVENT_TYPE, 1L)
                .set(AutoModerationRules.CREATOR_ID, 5L)
                .build()));
        entry(AuditAction.AUTO_MODERATION_RULE_CREATE, HERE, null);
        entry(AuditAction.AUTO_MODERATION_RULE_UPDATE, HERE, null);
        entry(AuditAction.AUTO_MODERATION_RULE_UPDATE, GONE, null);

        assertThat(answer().path("auto_moderation_rules").findValuesAsText("name"))
                .containsExactly("Words");
    }

    private void entry(AuditAction action, long target, String options) {
        entries++;
        storage.write(List.of(Write.to(AuditLog.TABLE, GUILD, 0L, 0L, 1000 - entries)
                .set(AuditLog.ACTION_TYPE, (long) action.number())
                .set(AuditLog.TARGET_ID, target)
                .set(AuditLog.OPTIONS, options == null ? null : ByteString.copyFromUtf8(options))
                .build()));
    }

    private JsonNode answer() {
        return AuditAnswer.of(storage.all(AuditLog.TABLE, GUILD, 0L, 0L), storage);
    }
}
