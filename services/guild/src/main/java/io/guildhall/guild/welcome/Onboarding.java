package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.GuildPages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a guild asks those who come, and the channels that they see at first. It never changes.
 *
 * @param written false when nobody wrote one yet
 * @param mode which channels count for it to be on: see {@link #meetsRequirements}
 */
record Onboarding(boolean written, boolean enabled, long mode, List<Long> defaultChannelIds, List<Prompt> prompts) {
    /** Channels of answers count too. */
    private static final long ADVANCED = 1;

    private static final int FEWEST_CHANNELS = 7;
    private static final int FEWEST_TO_WRITE_IN = 5;
    private static final Onboarding NONE = new Onboarding(false, false, 0, List.of(), List.of());

    /** Reads it when it was not needed yet. */
    static Onboarding of(GuildState guild) {
        return guild.part(Onboarding.class, Onboarding::load);
    }

    private static Onboarding load(GuildState guild) {
        return guild.storage()
                .row(GuildPages.TABLE, guild.id(), GuildPages.ONBOARDING)
                .map(row -> read(Json.parse(row.get(GuildPages.CONTENT))))
                .orElse(NONE);
    }

    private static Onboarding read(JsonNode content) {
        Fields fields = new Fields(content);
        return new Onboarding(
                true,
                fields.flag("enabled").required(),
                fields.number("mode").required(),
                fields.snowflakes("default_channel_ids").or(List.of()),
                fields.list("prompts", Prompt::stored).or(List.of()));
    }

    Optional<Prompt> prompt(long promptId) {
        return prompts.stream().filter(prompt -> prompt.id() == promptId).findFirst();
    }

    /** Discord's: seven channels that those who come see, of which everybody may write in five. */
    boolean meetsRequirements(GuildState guild) {
        Stream<Long> answered = prompts.stream()
                .filter(prompt -> mode == ADVANCED && prompt.inOnboarding())
                .flatMap(prompt -> prompt.options().stream())
                .flatMap(option -> option.channelIds().stream());
        Set<Long> there = Stream.concat(defaultChannelIds.stream(), answered)
                .filter(channel -> guild.findChannel(channel).isPresent())
                .collect(Collectors.toSet());
        return there.size() >= FEWEST_CHANNELS
                && there.stream()
                                .map(guild::channel)
                                .filter(channel -> Permission.SEND_MESSAGES.in(
                                        guild.permissions().ofEveryone(channel)))
                                .count()
                        >= FEWEST_TO_WRITE_IN;
    }

    String stored() {
        return content(any -> true, Prompt::stored).toString();
    }

    /** What is gone is left out. */
    ObjectNode json(GuildView guild) {
        return content(channel -> guild.findChannel(channel).isPresent(), prompt -> prompt.json(guild))
                .put("guild_id", Snowflake.format(guild.id()));
    }

    private ObjectNode content(LongPredicate channels, Function<Prompt, ObjectNode> form) {
        ObjectNode content = Json.object().put("enabled", enabled).put("mode", mode);
        content.set("default_channel_ids", PromptOption.ids(defaultChannelIds, channels));
        ArrayNode list = content.putArray("prompts");
        prompts.stream().map(form).forEach(list::add);
        return content;
    }
}
