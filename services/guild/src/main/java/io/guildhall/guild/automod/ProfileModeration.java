package io.guildhall.guild.automod;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.automod.match.Hit;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.state.ChangedProfiles;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Holds the names of members against the guild's rule about them, at the end of each command that brought a member, a name, or another
 * rule: nick, display name and username, each alone. Whoever has a name against it may only look until no name is. Bots and those who
 * manage the guild are free of it.
 */
@Singleton
public final class ProfileModeration {
    private final MessageWriter writer;
    private final AuditWriter audit;

    public ProfileModeration(MessageWriter writer, AuditWriter audit) {
        this.writer = writer;
        this.audit = audit;
    }

    public void noticed(GuildState guild, Changes changes) {
        if (guild.exists()) {
            ChangedProfiles.take(guild, (userId, newNames) -> guild.findMember(userId)
                    .ifPresent(member -> look(guild, member, newNames, changes)));
        }
    }

    private void look(GuildState guild, GuildMember member, boolean newNames, Changes changes) {
        Optional<Violation> violation = violation(guild, member);
        boolean stays = violation.filter(Violation::quarantines).isPresent();
        if (member.quarantined() && !stays) {
            new MemberEdits(guild, changes).save(member.withQuarantine(false));
        }
        if (newNames) {
            violation.ifPresent(found -> Consequences.ofNames(guild, member, found, writer, audit)
                    .accept(Screening.Verdict.NO_MESSAGE, changes));
        }
    }

    private static Optional<Violation> violation(GuildState guild, GuildMember member) {
        Rules rules = Rules.of(guild);
        return rules.aboutNames().filter(rule -> !free(guild, rule, member)).flatMap(rule -> member.names().stream()
                .map(name -> rules.nameScreen().get().find(name, place -> true).getFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .map(hit -> new Violation(rule, Optional.<Hit>of(hit))));
    }

    /** What a member may do but for its names decides. */
    private static boolean free(GuildState guild, Rule rule, GuildMember member) {
        return member.bot()
                || rule.spares(member, List.of())
                || guild.permissions().has(member.withQuarantine(false), Permission.MANAGE_GUILD);
    }
}
