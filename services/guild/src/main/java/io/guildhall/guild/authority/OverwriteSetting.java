package io.guildhall.guild.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;

/** What a request says about an overwrite whose role or member it names elsewhere. */
public record OverwriteSetting(Given<Long> type, Given<Long> allow, Given<Long> deny) {
    public static OverwriteSetting of(JsonNode body) {
        Fields fields = new Fields(body);
        return new OverwriteSetting(fields.number("type"), fields.permissions("allow"), fields.permissions("deny"));
    }

    /** The overwrite for this role or member; what is not said is neither allowed nor denied. */
    public PermissionOverwrite of(String id, int kind) {
        return new PermissionOverwrite(
                id, kind, Permission.format(allow.or(Permission.NONE)), Permission.format(deny.or(Permission.NONE)));
    }
}
