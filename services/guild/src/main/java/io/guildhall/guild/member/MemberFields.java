package io.guildhall.guild.member;

import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.model.body.Given;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;

/** Fields of members that more than one request may change. */
final class MemberFields {
    private MemberFields() {}

    /** The row with the nick that is given; an empty one and null take it away. */
    static RowView nick(RowView row, Given<String> nick, AuditDraft audit) {
        return text(row, nick, Members.NICK, audit);
    }

    /** The row with what is given to be read under its name; an empty text and null take it away. */
    static RowView bio(RowView row, Given<String> bio, AuditDraft audit) {
        return text(row, bio, Members.BIO, audit);
    }

    private static RowView text(RowView row, Given<String> given, Column<String> column, AuditDraft audit) {
        if (!given.named()) {
            return row;
        }
        String asked = given.or("");
        return new Patch(row, audit)
                .set(given.field(), column, asked.isEmpty() ? null : asked)
                .row();
    }
}
