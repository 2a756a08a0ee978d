package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What everybody may see of a person or a bot. */
@RegisterForReflection
public record User(
        String id,
        String username,
        String avatar,
        String discriminator,
        int publicFlags,
        long flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean bot,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean system,
        String banner,
        Integer accentColor,
        String globalName) {

    /** Reads a row of {@link Users}. */
    public static User from(RowView row) {
        return new User(
                Snowflake.format(row.get(Users.USER_ID)),
                row.get(Users.USERNAME),
                row.get(Users.AVATAR),
                row.get(Users.DISCRIMINATOR, "0"),
                row.get(Users.PUBLIC_FLAGS, 0L).intValue(),
                row.get(Users.PUBLIC_FLAGS, 0L),
                row.get(Users.BOT, false) ? true : null,
                row.get(Users.SYSTEM, false) ? true : null,
                row.get(Users.BANNER),
                Numbers.toInteger(row.get(Users.ACCENT_COLOR)),
                row.get(Users.GLOBAL_NAME));
    }

    @JsonProperty("avatar_decoration_data")
    JsonNode avatarDecorationData() {
        return null;
    }

    @JsonProperty("collectibles")
    JsonNode collectibles() {
        return null;
    }

    @JsonProperty("primary_guild")
    JsonNode primaryGuild() {
        return null;
    }
}
