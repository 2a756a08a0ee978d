package io.guildhall.guild.member;

import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.model.body.Given;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;

/** Fields of members that more than one request may change. */
final class MemberFields {
    private MemberFields() {}

    /** The row with the nick that is given; an empty one and null take it away. */
    static RowView nick(RowView row, Given<String> nick, AuditDraft audit) {
        if (!nick.named()) {
            return row;
        }
        String asked = nick.or("");
        return new Patch(row, audit)
                .set(nick.field(), Members.NICK, asked.isEmpty() ? null : asked)
                .row();
    }
}
