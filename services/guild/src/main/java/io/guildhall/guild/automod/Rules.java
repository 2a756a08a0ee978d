package io.guildhall.guild.automod;

import io.guildhall.guild.automod.match.SafePattern;
import io.guildhall.guild.automod.match.TextScreen;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.Once;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of a guild. It never changes.
 *
 * @param active those about messages that are on, as the screen has them
 * @param screen looks for what they look for; built when it is first needed after a change
 * @param aboutNames the one about names, if it is on
 * @param nameScreen looks for what that one looks for
 */
record Rules(
        LongMap<Rule> byId,
        List<Rule> active,
        Once<TextScreen> screen,
        Optional<Rule> aboutNames,
        Once<TextScreen> nameScreen) {
    /** Reads them when they were not needed yet. */
    static Rules of(GuildState guild) {
        return guild.part(Rules.class, Rules::load);
    }

    private static Rules load(GuildState guild) {
        LongMap<Rule> rules = LongMap.empty();
        for (RowView row : guild.storage().all(AutoModerationRules.TABLE, guild.id())) {
            Rule rule = Rule.of(row);
            rules = rules.with(rule.id(), rule);
        }
        return of(rules);
    }

    private static Rules of(LongMap<Rule> byId) {
        Map<Boolean, List<Rule>> byKind = byId.values().stream()
                .filter(Rule::enabled)
                .collect(Collectors.partitioningBy(rule -> rule.trigger() == Trigger.MEMBER_PROFILE));
        return new Rules(
                byId,
                byKind.get(false),
                screenOf(byKind.get(false)),
                byKind.get(true).stream().findFirst(),
                screenOf(byKind.get(true)));
    }

    private static Once<TextScreen> screenOf(List<Rule> rules) {
        return new Once<>(() -> new TextScreen(rules.stream().map(Rule::text).toList()));
    }

    /** @throws ApiException 404 when there is none */
    Rule named(long ruleId) {
        return byId.find(ruleId).orElseThrow(ApiException::noSuchRoute);
    }

    long count(Trigger trigger) {
        return byId.values().stream().filter(rule -> rule.trigger() == trigger).count();
    }

    /** How large all expressions of other rules are together. */
    int stepsBeside(long ruleId) {
        return byId.values().stream()
                .filter(rule -> rule.id() != ruleId)
                .flatMap(rule -> rule.metadata().patterns().stream())
                .mapToInt(SafePattern::steps)
                .sum();
    }

    Rules with(Rule rule) {
        return of(byId.with(rule.id(), rule));
    }

    Rules without(long ruleId) {
        return of(byId.without(ruleId));
    }
}
