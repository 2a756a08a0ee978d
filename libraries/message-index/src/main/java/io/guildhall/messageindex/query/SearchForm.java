package io.guildhall.messageindex.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a query from a route's parameters, in the clean form that their shape leaves. What they mean is in Discord's
 * documentation of Search Guild Messages; where that is silent, several values of one parameter are alternatives.
 */
public record SearchForm(JsonNode parameters) {
    /** The channels that the searcher asks for; none: all. */
    public Set<Long> channels() {
        return ids("channel_id");
    }

    public boolean withAgeRestricted() {
        return parameters.path("include_nsfw").asBoolean(false);
    }

    /** @param readable what the searcher may read of what it asks for */
    public SearchQuery query(Set<Long> homes, Set<Long> readable) {
        Place place = new Place(homes, readable, bound("min_id"), bound("max_id"));
        return new SearchQuery(place, words(), people(), parts(), page());
    }

    private Words words() {
        List<String> contents =
                Stream.concat(texts("content"), texts("contents")).toList();
        return new Words(contents, parameters.path("slop").asInt(Words.DEFAULT_SLOP));
    }

    private People people() {
        return new People(
                ids("author_id"),
                choice("author_type", AuthorType.class, AuthorType::word),
                ids("mentions"),
                ids("mentions_role_id"),
                flag("mention_everyone"),
                ids("replied_to_user_id"),
                ids("replied_to_message_id"));
    }

    private Parts parts() {
        return new Parts(
                choice("has", Feature.class, Feature::word),
                choice("embed_type", EmbedKind.class, EmbedKind::word).any(),
                set("embed_provider"),
                set("link_hostname"),
                set("attachment_filename"),
                set("attachment_extension"),
                flag("pinned"));
    }

    private Page page() {
        return new Page(
                sorting(),
                parameters.path("limit").asInt(Page.MAX_LIMIT),
                parameters.path("offset").asInt(0));
    }

    private Sorting sorting() {
        if (parameters.path("sort_by").asText().equals("relevance")) {
            return Sorting.RELEVANCE;
        }
        return parameters.path("sort_order").asText().equals("asc") ? Sorting.OLDEST_FIRST : Sorting.NEWEST_FIRST;
    }

    private OptionalLong bound(String name) {
        return parameters.hasNonNull(name)
                ? OptionalLong.of(Snowflake.parse(parameters.get(name).asText()))
                : OptionalLong.empty();
    }

    private Optional<Boolean> flag(String name) {
        return Optional.ofNullable(parameters.get(name))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean);
    }

    private Set<Long> ids(String name) {
        return texts(name).map(Snowflake::parse).collect(Collectors.toSet());
    }

    private Set<String> set(String name) {
        return texts(name).collect(Collectors.toSet());
    }

    /** The values that are wanted, and with a minus those that are not. */
    private <T extends Enum<T>> Choice<T> choice(String name, Class<T> type, Function<T, String> word) {
        Set<T> any = EnumSet.noneOf(type);
        Set<T> none = EnumSet.noneOf(type);
        Set<String> given = set(name);
        Arrays.stream(type.getEnumConstants()).forEach(value -> {
            if (given.contains(word.apply(value))) {
                any.add(value);
            }
            if (given.contains("-" + word.apply(value))) {
                none.add(value);
            }
        });
        return new Choice<>(any, none);
    }

    private Stream<String> texts(String name) {
        JsonNode value = parameters.path(name);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }
}
