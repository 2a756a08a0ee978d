package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.automod.match.SafePattern;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a rule looks for. Which of these it has depends on its trigger. */
public record RuleMetadata(
        Given<List<String>> keywordFilter,
        Given<List<String>> regexPatterns,
        Given<List<Long>> presets,
        Given<List<String>> allowList,
        Given<Long> mentionTotalLimit,
        Given<Boolean> mentionRaidProtectionEnabled) {
    static final RuleMetadata NONE = of(Json.object());

    public static RuleMetadata of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RuleMetadata(
                fields.list("keyword_filter", JsonNode::asText),
                fields.list("regex_patterns", JsonNode::asText),
                fields.list("presets", JsonNode::asLong),
                fields.list("allow_list", JsonNode::asText),
                fields.number("mention_total_limit"),
                fields.flag("mention_raid_protection_enabled"));
    }

    /** The fields that have a value. */
    Set<String> named() {
        Set<String> names = new TreeSet<>();
        List.of(keywordFilter, regexPatterns, presets, allowList, mentionTotalLimit, mentionRaidProtectionEnabled)
                .forEach(given -> {
                    if (given.hasValue()) {
                        names.add(given.field());
                    }
                });
        return names;
    }

    /** Those of the expressions that are any. */
    List<SafePattern> patterns() {
        return regexPatterns.or(List.of()).stream()
                .map(SafePattern::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** As it is kept and shown: everything that the trigger has. */
    ObjectNode json(Trigger trigger) {
        ObjectNode json = Json.object();
        switch (trigger) {
            case KEYWORD, MEMBER_PROFILE -> {
                json.set("keyword_filter", Json.tree(keywordFilter.or(List.of())));
                json.set("regex_patterns", Json.tree(regexPatterns.or(List.of())));
                json.set("allow_list", Json.tree(allowList.or(List.of())));
            }
            case KEYWORD_PRESET -> {
                json.set("presets", Json.tree(presets.or(List.of())));
                json.set("allow_list", Json.tree(allowList.or(List.of())));
            }
            case MENTION_SPAM ->
                json.put("mention_total_limit", mentionTotalLimit.or(0L))
                        .put("mention_raid_protection_enabled", mentionRaidProtectionEnabled.or(false));
            case SPAM -> {}
        }
        return json;
    }
}
