package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** An application as everybody may see it. */
@RegisterForReflection
public record Application(
        String id,
        String name,
        String icon,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) User bot,
        boolean botPublic,
        boolean botRequireCodeGrant,
        long flags,
        List<String> tags,
        @JsonInclude(JsonInclude.Include.NON_NULL) String customInstallUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode installParams,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode integrationTypesConfig,
        @JsonInclude(JsonInclude.Include.NON_NULL) String coverImage) {

    /** Reads a row of {@link Applications}; the bot's user comes from elsewhere and may be null. */
    public static Application from(RowView row, User bot) {
        return new Application(
                Snowflake.format(row.get(Applications.APPLICATION_ID)),
                row.get(Applications.NAME),
                row.get(Applications.ICON),
                row.get(Applications.DESCRIPTION, ""),
                bot,
                row.get(Applications.BOT_PUBLIC, true),
                row.get(Applications.BOT_REQUIRE_CODE_GRANT, false),
                row.get(Applications.FLAGS, 0L),
                Json.readList(row.get(Applications.TAGS, "[]"), String.class),
                row.get(Applications.CUSTOM_INSTALL_URL),
                row.find(Applications.INSTALL_PARAMS).map(Json::parse).orElse(null),
                row.find(Applications.INTEGRATION_TYPES_CONFIG).map(Json::parse).orElse(null),
                row.get(Applications.COVER_IMAGE));
    }

    @JsonProperty("type")
    Integer type() {
        return null;
    }

    @JsonProperty("flags_new")
    String flagsAsText() {
        return Long.toString(flags);
    }

    @JsonProperty("hook")
    boolean hook() {
        return true;
    }

    @JsonProperty("summary")
    String summary() {
        return "";
    }
}
