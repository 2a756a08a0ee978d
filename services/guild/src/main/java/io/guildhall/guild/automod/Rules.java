package io.guildhall.guild.automod;

import io.guildhall.guild.automod.match.TextScreen;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.Once;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import java.util.List;

/**
 * The rules of a guild. It never changes.
 *
 * @param active those that are on, as the screen has them
 * @param screen looks for what they look for; built when it is first needed after a change
 */
record Rules(LongMap<Rule> byId, List<Rule> active, Once<TextScreen> screen) {
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
        List<Rule> active = byId.values().stream().filter(Rule::enabled).toList();
        return new Rules(
                byId,
                active,
                new Once<>(() -> new TextScreen(active.stream().map(Rule::text).toList())));
    }

    /** @throws ApiException 404 when there is none */
    Rule named(long ruleId) {
        return byId.find(ruleId).orElseThrow(ApiException::noSuchRoute);
    }

    long count(Trigger trigger) {
        return byId.values().stream().filter(rule -> rule.trigger() == trigger).count();
    }

    Rules with(Rule rule) {
        return of(byId.with(rule.id(), rule));
    }

    Rules without(long ruleId) {
        return of(byId.without(ruleId));
    }
}
