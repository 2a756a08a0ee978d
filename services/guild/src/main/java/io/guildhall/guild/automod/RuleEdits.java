package io.guildhall.guild.automod;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.ChangedProfiles;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AutoModerationRules;

/** Changes the rules of a guild everywhere at once: in memory, in the store, and in events for those who manage the guild. */
public record RuleEdits(GuildState guild, Changes changes) {
    /** Members whose names are looked at again when a rule changes; others are when they connect again. */
    private static final int MOST_AT_ONCE = 1000;

    void save(Rule after) {
        Rules rules = Rules.of(guild);
        Rule before = rules.byId().get(after.id());
        if (before != null && before.row().row().equals(after.row().row())) {
            return;
        }
        Rows.save(before == null ? null : before.row(), after.row(), changes);
        guild.putPart(rules.with(after));
        lookAgain(after);
        tell(
                before == null ? DispatchEvent.AUTO_MODERATION_RULE_CREATE : DispatchEvent.AUTO_MODERATION_RULE_UPDATE,
                after);
    }

    void delete(Rule rule) {
        Rows.delete(rule.row(), changes);
        guild.putPart(Rules.of(guild).without(rule.id()));
        lookAgain(rule);
        tell(DispatchEvent.AUTO_MODERATION_RULE_DELETE, rule);
    }

    /** The guild goes, and all of them with it. Nobody is told. */
    public void forgetAll() {
        changes.write(Write.deletePartition(AutoModerationRules.TABLE, guild.id()));
        guild.removePart(Rules.class);
    }

    /** What a rule held against names may be held against them no more. */
    private void lookAgain(Rule changed) {
        if (changed.trigger() == Trigger.MEMBER_PROFILE) {
            guild.members().quarantined(MOST_AT_ONCE).forEach(userId -> ChangedProfiles.note(guild, userId, false));
        }
    }

    private void tell(DispatchEvent name, Rule rule) {
        changes.event(Events.inGuild(name, rule.json())
                .setPermissions(Permission.MANAGE_GUILD.mask())
                .build());
    }
}
