package io.guildhall.relay.audience;

import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Overwrite;

/**
 * What of one channel decides who may see it.
 *
 * @param members those with an overwrite of their own
 */
record ChannelAccess(Overwrites overwrites, ChannelRules rules, long[] members) {
    static ChannelAccess of(long guildId, ChannelPermissions channel) {
        return new ChannelAccess(
                Overwrites.of(
                        guildId,
                        channel.getOverwritesList().stream()
                                .map(ChannelAccess::entry)
                                .toList()),
                channel.getVoice() ? ChannelRules.VOICE : ChannelRules.TEXT,
                channel.getOverwritesList().stream()
                        .filter(Overwrite::getMember)
                        .mapToLong(Overwrite::getId)
                        .toArray());
    }

    private static Overwrites.Entry entry(Overwrite overwrite) {
        return new Overwrites.Entry(
                overwrite.getId(), overwrite.getMember(), overwrite.getAllow(), overwrite.getDeny());
    }
}
