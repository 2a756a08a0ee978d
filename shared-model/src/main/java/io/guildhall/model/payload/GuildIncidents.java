package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a guild has closed for a while; a time that is past has no effect any more. Nobody looks for raids by itself, so none was seen. */
@RegisterForReflection
public record GuildIncidents(String invitesDisabledUntil, String dmsDisabledUntil) {
    /** Null when nothing was ever closed. */
    static GuildIncidents from(RowView guild) {
        String invites = Json.timestampOrNull(guild.get(Guilds.INVITES_DISABLED_UNTIL));
        String letters = Json.timestampOrNull(guild.get(Guilds.DMS_DISABLED_UNTIL));
        return invites == null && letters == null ? null : new GuildIncidents(invites, letters);
    }

    @JsonProperty("dm_spam_detected_at")
    String dmSpamDetectedAt() {
        return null;
    }

    @JsonProperty("raid_detected_at")
    String raidDetectedAt() {
        return null;
    }
}
