package io.guildhall.guild.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request closes, and until when. */
public record IncidentChange(Given<Long> invitesDisabledUntil, Given<Long> dmsDisabledUntil) {
    public static IncidentChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new IncidentChange(fields.timestamp("invites_disabled_until"), fields.timestamp("dms_disabled_until"));
    }
}
