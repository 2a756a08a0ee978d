package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The private channels in which a person takes part at this moment, by id. Reads, so it is for use outside the mailbox. */
record JoinedChannels(long user, Map<Long, RowView> byId) {
    private static final int AT_ONCE = 100;

    /** Those that the form asks for; all when it names none. What is listed of a person is believed only where the channel says so too. */
    static JoinedChannels of(long user, SearchForm form, StorageFacade storage) {
        Set<Long> asked = form.channels();
        List<Long> listed = storage.all(UserPrivateChannels.TABLE, user).stream()
                .map(row -> row.get(UserPrivateChannels.CHANNEL_ID))
                .filter(channel -> asked.isEmpty() || asked.contains(channel))
                .toList();
        Map<Long, RowView> joined = new HashMap<>();
        for (int from = 0; from < listed.size(); from += AT_ONCE) {
            List<Long> some = listed.subList(from, Math.min(from + AT_ONCE, listed.size()));
            SideBySide.map(some, channel -> storage.row(PrivateChannels.TABLE, channel)).stream()
                    .flatMap(Optional::stream)
                    .filter(row ->
                            row.get(PrivateChannels.RECIPIENTS, List.of()).contains(user))
                    .forEach(row -> joined.put(row.get(PrivateChannels.CHANNEL_ID), row));
        }
        return new JoinedChannels(user, joined);
    }

    Set<Long> ids() {
        return byId.keySet();
    }

    JsonNode describe(long channel, StorageFacade storage) {
        RowView row = byId.get(channel);
        return PrivateChannelPayloads.of(row, PrivateChannelPayloads.participants(row, storage), user);
    }
}
