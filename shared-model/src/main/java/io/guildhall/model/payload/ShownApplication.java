package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** As much of an application as stands within what leads to it: what it is called and looks like, and not how it is installed. */
@RegisterForReflection
public record ShownApplication(
        String id,
        String name,
        String icon,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) String coverImage,
        boolean botPublic,
        boolean botRequireCodeGrant,
        long flags) {

    /** Reads a row of {@link Applications}. */
    public static ShownApplication from(RowView row) {
        return new ShownApplication(
                Snowflake.format(row.get(Applications.APPLICATION_ID)),
                row.get(Applications.NAME, ""),
                row.get(Applications.ICON),
                row.get(Applications.DESCRIPTION, ""),
                row.get(Applications.COVER_IMAGE),
                row.get(Applications.BOT_PUBLIC, true),
                row.get(Applications.BOT_REQUIRE_CODE_GRANT, false),
                row.get(Applications.FLAGS, 0L));
    }

    @JsonProperty("type")
    Integer type() {
        return null;
    }

    @JsonProperty("flags_new")
    String flagsAsText() {
        return Long.toString(flags);
    }

    /** Some clients want the field. */
    @JsonProperty("summary")
    String summary() {
        return "";
    }
}
