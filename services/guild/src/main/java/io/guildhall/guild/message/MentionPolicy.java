package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.AllowedMentions;
import io.guildhall.model.payload.Json;
import java.util.List;

/** Which of the mentions that stand in a message take effect, as its sender wants it. */
record MentionPolicy(boolean everyone, boolean allUsers, boolean allRoles, AllowedMentions named) {
    private static final MentionPolicy ALL =
            new MentionPolicy(true, true, true, new AllowedMentions(List.of(), List.of(), List.of(), true));

    /** Without allowed_mentions everything takes effect; with it, only what it names. */
    static MentionPolicy of(Given<JsonNode> allowedMentions) {
        if (!allowedMentions.hasValue()) {
            return ALL;
        }
        AllowedMentions named = Json.read(allowedMentions.required(), AllowedMentions.class);
        return new MentionPolicy(
                named.parse().contains("everyone"),
                named.parse().contains("users"),
                named.parse().contains("roles"),
                named);
    }

    boolean user(long userId) {
        return allUsers || named.users().contains(Snowflake.format(userId));
    }

    boolean role(long roleId) {
        return allRoles || named.roles().contains(Snowflake.format(roleId));
    }

    boolean repliedUser() {
        return named.repliedUser();
    }
}
