package io.guildhall.guild.joining;

import io.guildhall.guild.state.FeatureSet;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;

/**
 * What a guild demands of people before they take part, by the names of Discord's features. Bots are not asked.
 *
 * @param gate people answer a form; until then they are members who only look
 * @param byHand somebody looks at the answers
 * @param preview who waits for that is a member already, who only looks
 */
public record Screening(boolean gate, boolean byHand, boolean preview) {
    public static final String GATE = "MEMBER_VERIFICATION_GATE_ENABLED";
    public static final String BY_HAND = "MEMBER_VERIFICATION_MANUAL_APPROVAL";
    public static final String PREVIEW = "PREVIEW_ENABLED";

    public static Screening of(RowView guild) {
        boolean gate = FeatureSet.has(guild, GATE);
        return new Screening(gate, gate && FeatureSet.has(guild, BY_HAND), FeatureSet.has(guild, PREVIEW));
    }

    /** Whether who comes by an invite is no member before somebody says yes. */
    public boolean outside() {
        return byHand && !preview;
    }

    GuildMember asked(GuildMember newcomer) {
        return gate ? newcomer.withRow(Rows.with(newcomer.row(), Members.PENDING, true)) : newcomer;
    }

    /** The same member, who takes part from now on. */
    public static GuildMember passed(GuildMember member) {
        return member.withRow(Rows.with(member.row(), Members.PENDING, false));
    }
}
