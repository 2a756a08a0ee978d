package io.guildhall.guild.welcome;

import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.SnowflakeGenerator;
import java.util.List;
import java.util.Optional;

/** Onboarding as a request wants it, on top of what it was. */
record OnboardingDraft(GuildState guild, GuildMember caller, Onboarding before, SnowflakeGenerator ids) {
    /** Refuses channels, roles and emojis that the guild does not have, and roles that are not the caller's to give. */
    Onboarding with(OnboardingChange body) {
        List<Long> channels = body.defaultChannelIds().or(before.defaultChannelIds());
        if (body.defaultChannelIds().hasValue()) {
            channels.forEach(channel -> channels().named(channel, before.defaultChannelIds()));
        }
        List<Prompt> prompts = body.prompts().hasValue()
                ? body.prompts().required().stream().map(this::prompt).toList()
                : before.prompts();
        return new Onboarding(
                true,
                body.enabled().or(before.enabled()),
                body.mode().or(before.mode()),
                List.copyOf(channels),
                prompts);
    }

    private ChannelGuard channels() {
        return new ChannelGuard(guild, caller);
    }

    private Prompt prompt(PromptBody body) {
        Optional<Prompt> known = before.prompt(body.id().or(0L));
        return new Prompt(
                known.map(Prompt::id).orElseGet(ids::next),
                body.type().or(known.map(Prompt::type).orElse(0L)),
                body.title().required(),
                body.singleSelect().or(known.map(Prompt::singleSelect).orElse(false)),
                body.required().or(known.map(Prompt::required).orElse(false)),
                body.inOnboarding().or(known.map(Prompt::inOnboarding).orElse(true)),
                body.options().or(List.of()).stream()
                        .map(option -> option(known, option))
                        .toList());
    }

    private PromptOption option(Optional<Prompt> prompt, PromptOptionBody body) {
        Optional<PromptOption> known = prompt.flatMap(of -> of.option(body.id().or(0L)));
        List<Long> roles = ListedRoles.of(guild.id(), body.roleIds().or(List.of()));
        List<Long> had = known.map(PromptOption::roleIds).orElse(List.of());
        RoleGuard guard = new RoleGuard(guild, caller);
        roles.stream().filter(role -> !had.contains(role)).forEach(guard::requireGiving);
        List<Long> channels = body.channelIds().or(List.of());
        channels.stream()
                .filter(channel ->
                        known.stream().noneMatch(option -> option.channelIds().contains(channel)))
                .forEach(channels()::named);
        return new PromptOption(
                known.map(PromptOption::id).orElseGet(ids::next),
                body.title().required(),
                body.description().or(""),
                PageEmoji.asked(guild, body.emojiId(), body.emojiName()),
                roles,
                List.copyOf(channels));
    }
}
