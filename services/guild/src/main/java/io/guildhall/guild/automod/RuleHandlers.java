package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AutoModerationOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What those who manage a guild do with the rules by which it is moderated without people. */
@Singleton
public final class RuleHandlers {
    private final SnowflakeGenerator ids;

    public RuleHandlers(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Produces
    @Singleton
    public GuildOperation listRules() {
        return new Handler(AutoModerationOperations.LIST_RULES, (guild, call, changes) -> {
            ArrayNode list = Json.array();
            Rules.of(guild).byId().values().forEach(rule -> list.add(rule.json()));
            return Reply.json(list);
        });
    }

    @Produces
    @Singleton
    public GuildOperation getRule() {
        return new Handler(
                AutoModerationOperations.GET_RULE,
                (guild, call, changes) -> Reply.json(named(guild, call).json()));
    }

    @Produces
    @Singleton
    public GuildOperation createRule() {
        return new Handler(AutoModerationOperations.CREATE_RULE, this::create);
    }

    @Produces
    @Singleton
    public GuildOperation updateRule() {
        return new Handler(AutoModerationOperations.UPDATE_RULE, RuleHandlers::update);
    }

    @Produces
    @Singleton
    public GuildOperation deleteRule() {
        return new Handler(AutoModerationOperations.DELETE_RULE, (guild, call, changes) -> {
            Rule rule = named(guild, call);
            call.audit().target(rule.id()).change("name", rule.row().get(AutoModerationRules.NAME), null);
            new RuleEdits(guild, changes).delete(rule);
            return Reply.noContent();
        });
    }

    private Reply create(GuildState guild, Call call, Changes changes) {
        RuleBody body = RuleBody.of(call.body());
        Trigger trigger = Trigger.of(body.triggerType().required());
        RuleChecks checks = new RuleChecks(guild, guild.member(call.callerId()));
        checks.requireRoom(trigger);
        long id = ids.next();
        AuditDraft audit = call.audit().target(id);
        RowView row = Rows.create(AutoModerationRules.TABLE, guild.id(), id);
        row = Rows.with(row, AutoModerationRules.CREATOR_ID, call.callerId());
        row = new Patch(row, audit)
                .put(body.eventType(), AutoModerationRules.EVENT_TYPE)
                .put(body.triggerType(), AutoModerationRules.TRIGGER_TYPE)
                .row();
        RuleMetadata metadata = body.triggerMetadata().or(RuleMetadata.NONE);
        Rule rule = changed(row, trigger, metadata, body.actions().or(List.of()), body, audit);
        checks.require(rule);
        new RuleEdits(guild, changes).save(rule);
        return Reply.json(rule.json());
    }

    private static Reply update(GuildState guild, Call call, Changes changes) {
        RuleBody body = RuleBody.of(call.body());
        Rule before = named(guild, call);
        if (body.triggerType().or(before.trigger().number()) != before.trigger().number()) {
            throw ApiException.invalidField(
                    "trigger_type", "AUTO_MODERATION_INVALID_RULE", "The trigger type of a rule stays what it is");
        }
        AuditDraft audit = call.audit().target(before.id());
        RowView row = body.eventType().hasValue()
                ? new Patch(before.row(), audit)
                        .put(body.eventType(), AutoModerationRules.EVENT_TYPE)
                        .row()
                : before.row();
        Rule after = changed(
                row,
                before.trigger(),
                body.triggerMetadata().or(before.metadata()),
                body.actions().or(before.actions()),
                body,
                audit);
        new RuleChecks(guild, guild.member(call.callerId())).require(after);
        if (after.row().row().equals(before.row().row())) {
            audit.skip();
        }
        new RuleEdits(guild, changes).save(after);
        return Reply.json(after.json());
    }

    /** What the request does not name stays. */
    private static Rule changed(
            RowView before,
            Trigger trigger,
            RuleMetadata metadata,
            List<RuleAction> actions,
            RuleBody body,
            AuditDraft audit) {
        Patch patch = new Patch(before, audit);
        if (body.name().hasValue()) {
            patch.put(body.name(), AutoModerationRules.NAME);
        }
        body.enabled().value().ifPresent(on -> patch.set("enabled", AutoModerationRules.ENABLED, on));
        ArrayNode list = Json.array();
        actions.forEach(action -> list.add(action.json()));
        RowView after = ids(
                patch.row(),
                AutoModerationRules.EXEMPT_ROLES,
                body.exemptRoles().map(roles -> ListedRoles.of(before.get(AutoModerationRules.GUILD_ID), roles)),
                audit);
        after = ids(after, AutoModerationRules.EXEMPT_CHANNELS, body.exemptChannels(), audit);
        after = json(after, AutoModerationRules.TRIGGER_METADATA, "trigger_metadata", metadata.json(trigger), audit);
        after = json(after, AutoModerationRules.ACTIONS, "actions", list, audit);
        return new Rule(after, after.get(AutoModerationRules.RULE_ID), trigger, metadata, actions);
    }

    private static RowView ids(RowView row, Column<List<Long>> column, Given<List<Long>> given, AuditDraft audit) {
        List<Long> before = row.get(column, List.of());
        if (!given.hasValue() || given.required().equals(before)) {
            return row;
        }
        audit.change(given.field(), Rule.ids(before), Rule.ids(given.required()));
        return Rows.with(row, column, given.required());
    }

    private static RowView json(RowView row, Column<String> column, String field, JsonNode value, AuditDraft audit) {
        String before = row.get(column);
        String after = value.toString();
        if (after.equals(before)) {
            return row;
        }
        audit.change(field, before == null ? null : Json.parse(before), value);
        return Rows.with(row, column, after);
    }

    private static Rule named(GuildState guild, Call call) {
        return Rules.of(guild).named(call.id("rule_id"));
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
