package io.guildhall.guild.welcome;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a guild asks those who come: every member reads it, those who manage the guild and its roles write it. */
@Singleton
public final class OnboardingHandlers {
    private final SnowflakeGenerator ids;
    private final AuditWriter audit;

    public OnboardingHandlers(SnowflakeGenerator ids, AuditWriter audit) {
        this.ids = ids;
        this.audit = audit;
    }

    @Produces
    @Singleton
    public GuildOperation getOnboarding() {
        return new Handler(
                GreetingOperations.GET_ONBOARDING,
                (guild, call, changes) -> Reply.json(Onboarding.of(guild).json(guild)));
    }

    @Produces
    @Singleton
    public GuildOperation updateOnboarding() {
        return new Handler(GreetingOperations.UPDATE_ONBOARDING, this::update);
    }

    /** What the request does not name stays. */
    private Reply update(GuildState guild, Call call, Changes changes) {
        Onboarding before = Onboarding.of(guild);
        Onboarding after = new OnboardingDraft(guild, guild.member(call.callerId()), before, ids)
                .with(OnboardingChange.of(call.body()));
        if (after.enabled() && !after.meetsRequirements(guild)) {
            throw ApiException.of(
                    before.enabled()
                            ? ErrorCode.CANNOT_UPDATE_ONBOARDING_WHILE_BELOW_REQUIREMENTS
                            : ErrorCode.CANNOT_ENABLE_ONBOARDING_REQUIREMENTS_ARE_NOT_MET);
        }
        if (after.equals(before)) {
            call.audit().skip();
            return Reply.json(after.json(guild));
        }
        new GuildPageEdits(guild, changes).save(after);
        own(call.audit(), before, after);
        prompts(guild, call, before, after, changes);
        return Reply.json(after.json(guild));
    }

    /** The questions have entries of their own. */
    private static void own(AuditDraft entry, Onboarding before, Onboarding after) {
        if (!before.written()) {
            entry.action(AuditAction.ONBOARDING_CREATE);
        }
        change(entry, "enabled", before.enabled(), after.enabled());
        change(entry, "mode", before.mode(), after.mode());
        change(
                entry,
                "default_channel_ids",
                PromptOption.ids(before.defaultChannelIds(), any -> true),
                PromptOption.ids(after.defaultChannelIds(), any -> true));
        if (before.written() && entry.changes().isEmpty()) {
            entry.skip();
        }
    }

    private void prompts(GuildState guild, Call call, Onboarding before, Onboarding after, Changes changes) {
        for (Prompt prompt : after.prompts()) {
            Optional<Prompt> known = before.prompt(prompt.id());
            if (known.filter(prompt::equals).isPresent()) {
                continue;
            }
            AuditDraft entry = new AuditDraft().target(prompt.id());
            change(entry, "title", known.map(Prompt::title).orElse(null), prompt.title());
            entry.change(
                    "options",
                    known.map(of -> of.json(guild).get("options")).orElse(null),
                    prompt.json(guild).get("options"));
            audit.entry(
                    guild,
                    call,
                    known.isPresent() ? AuditAction.ONBOARDING_PROMPT_UPDATE : AuditAction.ONBOARDING_PROMPT_CREATE,
                    entry,
                    changes);
        }
        before.prompts().stream()
                .filter(gone -> after.prompt(gone.id()).isEmpty())
                .forEach(gone -> audit.entry(
                        guild,
                        call,
                        AuditAction.ONBOARDING_PROMPT_DELETE,
                        new AuditDraft().target(gone.id()).change("title", gone.title(), null),
                        changes));
    }

    private static void change(AuditDraft entry, String key, Object before, Object after) {
        if (!after.equals(before)) {
            entry.change(key, before, after);
        }
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
