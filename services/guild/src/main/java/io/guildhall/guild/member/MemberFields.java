package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.patch.Patch;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;

/** Fields of members that more than one request may change. */
final class MemberFields {
    private MemberFields() {}

    /** The row with the nick that the body names; an empty one and null take it away. */
    static RowView nick(RowView row, Call call) {
        if (!call.has("nick")) {
            return row;
        }
        String asked = call.body().path("nick").asText("");
        boolean none = asked.isEmpty() || call.body().get("nick").isNull();
        return new Patch(row, call.body(), call.audit())
                .set("nick", Members.NICK, none ? null : asked)
                .row();
    }
}
