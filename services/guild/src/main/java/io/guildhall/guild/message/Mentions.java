package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message mentions: users and roles by id, and whether it mentions everyone. */
record Mentions(boolean everyone, List<Long> users, List<Long> roles) {
    private static final Pattern MENTION = Pattern.compile("<@([!&]?)([0-9]{1,20})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

    /** As many users as one message may mention; more are text. */
    private static final int MOST = 100;

    static final Mentions NONE = new Mentions(false, List.of(), List.of());

    /**
     * Those that a message makes as it is now, whether it is new or edited.
     *
     * @param allowed says what the author allows
     * @param repliedTo the message that it replies to, whose author it mentions when that is allowed
     */
    static Mentions of(RowView message, Given<JsonNode> allowed, Place place, Optional<RowView> repliedTo) {
        MentionPolicy policy = MentionPolicy.of(allowed);
        Mentions mentions = in(
                readable(message.get(Messages.CONTENT, ""), texts(message)),
                policy,
                place,
                Bringer.speaker(place, message),
                UserLookup.here(place));
        return repliedTo
                .map(replied -> replied.get(Messages.AUTHOR_ID))
                .filter(author -> policy.repliedUser() && place.findUser(author).isPresent())
                .map(mentions::with)
                .orElse(mentions);
    }

    /** The components, if there is any text among them: buttons and menus have none, and are not parsed for it. */
    private static JsonNode texts(RowView message) {
        ByteString components = message.get(Messages.COMPONENTS, Json.EMPTY_LIST);
        return Json.contains(components, "\"content\"") ? Json.parse(components) : Json.array();
    }

    /** Makes the message say so. */
    void writeTo(RowEdit message) {
        message.set(Messages.MENTION_EVERYONE, everyone)
                .set(Messages.MENTIONS, users)
                .set(Messages.MENTION_ROLES, roles);
    }

    /** Those that stand in the text, that the sender wants to take effect, and that the author is allowed to make. */
    static Mentions in(String text, MentionPolicy policy, Place place, long authorId, UserLookup profiles) {
        if (text.indexOf('@') < 0) {
            return NONE;
        }
        Set<Long> users = new LinkedHashSet<>();
        Set<Long> roles = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find() && users.size() + roles.size() < MOST) {
            long id = parse(matcher.group(2));
            if (matcher.group(1).equals("&")) {
                if (policy.role(id) && place.mayMentionRole(id, authorId)) {
                    roles.add(id);
                }
            } else if (policy.user(id) && profiles.find(id).isPresent()) {
                users.add(id);
            }
        }
        boolean everyone = policy.everyone()
                && EVERYONE.matcher(text).find()
                && Permission.MENTION_EVERYONE.in(place.permissions(authorId));
        return new Mentions(everyone, List.copyOf(users), List.copyOf(roles));
    }

    Mentions with(long userId) {
        if (users.contains(userId)) {
            return this;
        }
        Set<Long> more = new LinkedHashSet<>(users);
        more.add(userId);
        return new Mentions(everyone, List.copyOf(more), roles);
    }

    /** Everything in a message that can mention somebody, in its content and in the texts among its components. */
    static String readable(String content, JsonNode components) {
        StringBuilder text = new StringBuilder(SpokenText.of(content));
        collect(components, text);
        return text.toString();
    }

    private static void collect(JsonNode components, StringBuilder text) {
        for (JsonNode component : components) {
            if (component.has("content")) {
                text.append('\n').append(SpokenText.of(component.get("content").asText()));
            }
            collect(component.path("components"), text);
        }
    }

    private static long parse(String digits) {
        try {
            return Snowflake.parse(digits);
        } catch (NumberFormatException tooLarge) {
            return 0;
        }
    }
}
