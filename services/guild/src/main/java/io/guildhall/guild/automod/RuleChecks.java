package io.guildhall.guild.automod;

import io.guildhall.guild.automod.match.SafePattern;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What must hold of a rule, whichever way it comes to be so. */
record RuleChecks(GuildState guild, GuildMember caller, Problems problems) {
    private static final String INVALID = "AUTO_MODERATION_INVALID_RULE";

    /** Ten times what one expression may be. */
    private static final int MOST_STEPS = 4000;

    RuleChecks(GuildState guild, GuildMember caller) {
        this(guild, caller, Problems.none());
    }

    /** One more of its kind. */
    void requireRoom(Trigger trigger) {
        if (Rules.of(guild).count(trigger) >= trigger.most()) {
            throw ApiException.invalidField(
                    "trigger_type",
                    "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED",
                    "Maximum number of rules of this trigger type reached (" + trigger.most() + ")");
        }
    }

    void require(Rule rule) {
        if (rule.row().get(AutoModerationRules.EVENT_TYPE) != rule.trigger().event()) {
            problems.at("event_type").add(INVALID, "This trigger type does not go with this event type");
        }
        metadata(rule.trigger(), rule.metadata());
        size(rule);
        actions(rule);
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
    }

    private void metadata(Trigger trigger, RuleMetadata metadata) {
        Problems place = problems.at("trigger_metadata");
        for (String name : metadata.named()) {
            if (!trigger.metadata().contains(name)) {
                place.at(name).add(INVALID, "This trigger type has no such metadata");
            }
        }
        if (metadata.allowList().or(List.of()).size() > trigger.mostAllowed()) {
            place.at("allow_list")
                    .add("BASE_TYPE_MAX_LENGTH", "Must be " + trigger.mostAllowed() + " or fewer in length.");
        }
        List<String> patterns = new ArrayList<>(metadata.regexPatterns().or(List.of()));
        for (int index = 0; index < patterns.size(); index++) {
            if (SafePattern.of(patterns.get(index)).isEmpty()) {
                place.at("regex_patterns")
                        .at(index)
                        .add("AUTO_MODERATION_INVALID_REGEX", "Invalid or too large a regex");
            }
        }
    }

    /** All expressions of a guild are tried on the same text: together they are bounded too. */
    private void size(Rule rule) {
        int steps =
                rule.metadata().patterns().stream().mapToInt(SafePattern::steps).sum();
        if (steps > 0 && steps + Rules.of(guild).stepsBeside(rule.id()) > MOST_STEPS) {
            problems.at("trigger_metadata")
                    .at("regex_patterns")
                    .add("AUTO_MODERATION_INVALID_REGEX", "The expressions of all rules are too large together");
        }
    }

    private void actions(Rule rule) {
        Trigger trigger = rule.trigger();
        List<RuleAction> actions = rule.actions();
        Problems place = problems.at("actions");
        if (actions.isEmpty()) {
            place.add("BASE_TYPE_REQUIRED", "This field is required");
        }
        Set<ActionKind> seen = EnumSet.noneOf(ActionKind.class);
        for (int index = 0; index < actions.size(); index++) {
            RuleAction action = actions.get(index);
            if (!trigger.actions().contains(action.kind())) {
                place.at(index).at("type").add(INVALID, "This trigger type does not go with this action");
            } else if (!seen.add(action.kind())) {
                place.at(index)
                        .at("type")
                        .add("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            } else {
                action(place.at(index).at("metadata"), action, rule);
            }
        }
    }

    private void action(Problems place, RuleAction action, Rule rule) {
        switch (action.kind()) {
            case BLOCK_MESSAGE, QUARANTINE -> {}
            case ALERT -> {
                boolean there = guild.findChannel(action.channelId())
                        .filter(channel -> channel.type().holdsMessages())
                        .filter(channel -> alerts(rule, action)
                                || guild.permissions().has(caller, channel, Permission.VIEW_CHANNEL))
                        .isPresent();
                if (!there) {
                    place.at("channel_id").add("CHANNEL_INVALID", "Not a channel of this guild that holds messages");
                }
            }
            case TIME_OUT -> {
                guild.permissions().require(caller, Permission.MODERATE_MEMBERS);
                if (action.seconds() <= 0) {
                    place.at("duration_seconds")
                            .add("NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
                }
            }
        }
    }

    /** Whether the rule sends its alerts there already. Else whoever changes it has to see the channel: it writes there from then on. */
    private boolean alerts(Rule rule, RuleAction action) {
        return Rules.of(guild).byId().find(rule.id()).stream()
                .flatMap(before -> before.actions().stream())
                .anyMatch(had -> had.kind() == ActionKind.ALERT && had.channelId() == action.channelId());
    }
}
