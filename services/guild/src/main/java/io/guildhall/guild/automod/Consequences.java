package io.guildhall.guild.automod;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import io.guildhall.model.table.catalogue.Members;
import java.util.List;
import java.util.Optional;

/**
 * What follows when a message or a name goes against rules: each action of each rule once, with an entry in the audit log and an event.
 *
 * @param placeId where the message is written; 0 for names
 */
record Consequences(
        GuildState guild,
        GuildMember author,
        long placeId,
        Screening.Kind kind,
        String text,
        List<Violation> violations,
        MessageWriter writer,
        AuditWriter audit)
        implements Screening.Verdict {
    private static final long NONE = 0;

    static Consequences ofNames(
            GuildState guild, GuildMember member, Violation violation, MessageWriter writer, AuditWriter audit) {
        String names = String.join("\n", member.names());
        return new Consequences(guild, member, NONE, Screening.Kind.TITLE, names, List.of(violation), writer, audit);
    }

    @Override
    public boolean blocks() {
        return violations.stream().anyMatch(Violation::blocks);
    }

    @Override
    public Reply refuse(Call call, Changes changes) {
        call.audit().skip();
        act(NO_MESSAGE, changes);
        ApiException refusal = violations.stream()
                .flatMap(violation -> violation.rule().actions().stream())
                .map(RuleAction::message)
                .filter(message -> !message.isEmpty())
                .findFirst()
                .map(message -> ApiException.of(kind.blocked(), message))
                .orElseGet(() -> ApiException.of(kind.blocked()));
        return Reply.status(refusal.status(), refusal.toBody());
    }

    @Override
    public void accept(long messageId, Changes changes) {
        act(messageId, changes);
    }

    private void act(long messageId, Changes changes) {
        for (Violation violation : violations) {
            for (RuleAction action : violation.rule().actions()) {
                act(violation, action, messageId, changes);
            }
        }
    }

    private void act(Violation violation, RuleAction action, long messageId, Changes changes) {
        Execution execution =
                new Execution(violation.rule(), action, author.id(), placeId, messageId, text, violation.hit());
        long alertId = NONE;
        switch (action.kind()) {
            case BLOCK_MESSAGE -> {}
            case ALERT -> alertId = alert(execution, action.channelId(), changes);
            case TIME_OUT -> guild.findMember(author.id()).ifPresent(now -> timeOut(now, action.seconds(), changes));
            case QUARANTINE ->
                guild.findMember(author.id())
                        .ifPresent(now -> new MemberEdits(guild, changes).save(now.withQuarantine(true)));
        }
        Rule rule = violation.rule();
        AuditDraft entry = new AuditDraft()
                .target(author.id())
                .option("auto_moderation_rule_name", rule.row().get(AutoModerationRules.NAME))
                .option(
                        "auto_moderation_rule_trigger_type",
                        Long.toString(rule.trigger().number()));
        if (placeId != NONE) {
            entry.option("channel_id", placeId);
        }
        audit.entry(
                guild,
                rule.row().get(AutoModerationRules.CREATOR_ID),
                action.kind().audit(),
                Optional.empty(),
                entry,
                changes);
        changes.event(execution.event(guild.id(), alertId));
    }

    /** The alert's id; none when its channel is gone. */
    private long alert(Execution execution, long channelId, Changes changes) {
        if (guild.findChannel(channelId).isEmpty()) {
            return NONE;
        }
        return writer.alert(
                new GuildPlace(guild, channelId), author.user(), author.id(), Json.bytes(execution.embeds()), changes);
    }

    private void timeOut(GuildMember now, long seconds, Changes changes) {
        long until = guild.now() + seconds * 1000;
        if (until > now.timedOutUntil()) {
            new MemberEdits(guild, changes)
                    .save(now.withRow(Rows.with(now.row(), Members.COMMUNICATION_DISABLED_UNTIL, until)));
        }
    }
}
