package io.guildhall.guild.automod;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.automod.match.Hit;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.Screening;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what members of guilds write against the rules of each guild. Bots and those who manage the guild are free of them, and webhooks
 * are no members. It runs in the guild's mailbox: its cost grows with the text alone.
 */
@Singleton
public final class AutoModeration implements Screening {
    /** A flood of messages like "ok" is none. */
    private static final int SHORTEST_REPEATED = 5;

    private final MessageWriter writer;
    private final AuditWriter audit;

    public AutoModeration(MessageWriter writer, AuditWriter audit) {
        this.writer = writer;
        this.audit = audit;
    }

    @Override
    public Verdict screen(Place place, Call call, Kind kind, String text) {
        return Scene.of(place)
                .map(scene -> screen(scene, scene.guild().member(call.callerId()), kind, text))
                .orElse(Verdict.NONE);
    }

    @Override
    public Verdict screen(Place place, long authorId, User author, String text) {
        return Scene.of(place)
                .map(scene -> screen(scene, authorOf(scene.guild(), authorId, author), Kind.MESSAGE, text))
                .orElse(Verdict.NONE);
    }

    /** Who is no member is held against the rules as one without roles would be. */
    private static GuildMember authorOf(GuildState guild, long authorId, User author) {
        return guild.findMember(authorId)
                .orElseGet(() -> GuildMember.joined(guild.id(), author, authorId, List.of(), guild.now()));
    }

    private Verdict screen(Scene scene, GuildMember author, Kind kind, String text) {
        GuildState guild = scene.guild();
        Rules rules = Rules.of(guild);
        if (rules.active().isEmpty()) {
            return Verdict.NONE;
        }
        if (author.bot() || guild.permissions().has(author, Permission.MANAGE_GUILD)) {
            return Verdict.NONE;
        }
        List<Violation> violations = violations(scene, rules, author, kind, text);
        return violations.isEmpty()
                ? Verdict.NONE
                : new Consequences(guild, author, scene.placeId(), kind, text, violations, writer, audit);
    }

    private static List<Violation> violations(Scene scene, Rules rules, GuildMember author, Kind kind, String text) {
        List<Rule> active = rules.active();
        List<Optional<Hit>> hits =
                rules.screen().get().find(text, rule -> !active.get(rule).spares(author, scene.around()));
        int mentions = MentionCount.in(text);
        RecentSends recent =
                switch (kind) {
                    case MESSAGE -> remembered(scene.guild(), active, author, text, mentions);
                    case TITLE -> RecentSends.NONE;
                };
        List<Violation> violations = new ArrayList<>();
        for (int place = 0; place < active.size(); place++) {
            Rule rule = active.get(place);
            if (!rule.spares(author, scene.around())
                    && (hits.get(place).isPresent() || floods(rule, recent, mentions, text))) {
                violations.add(new Violation(rule, hits.get(place)));
            }
        }
        return violations;
    }

    private static boolean floods(Rule rule, RecentSends recent, int mentions, String text) {
        return switch (rule.trigger()) {
            case SPAM -> text.length() >= SHORTEST_REPEATED && recent.repeats();
            case MENTION_SPAM ->
                mentions > rule.metadata().mentionTotalLimit().or(0L)
                        || rule.metadata().mentionRaidProtectionEnabled().or(false) && recent.raids();
            case KEYWORD, KEYWORD_PRESET, MEMBER_PROFILE -> false;
        };
    }

    /** The last messages with this one, where a rule asks for them. */
    private static RecentSends remembered(
            GuildState guild, List<Rule> active, GuildMember author, String text, int mentions) {
        boolean asked = active.stream()
                .map(Rule::trigger)
                .anyMatch(trigger -> trigger == Trigger.SPAM || trigger == Trigger.MENTION_SPAM);
        if (!asked) {
            return RecentSends.NONE;
        }
        RecentSends recent = guild.part(RecentSends.class, none -> RecentSends.NONE)
                .with(new RecentSends.Sent(guild.now(), author.id(), text.hashCode(), mentions));
        guild.putPart(recent);
        return recent;
    }
}
