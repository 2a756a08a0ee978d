package io.guildhall.guild.ban;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberSlices;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.BanOperations;
import io.guildhall.model.payload.Ban;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Bans;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A guild's bans by user id, a page at a time; the page before an id ends right before it. */
@Singleton
public final class ListBans implements GuildOperation {
    private static final int MOST = 1000;
    private static final Comparator<RowView> BY_USER = Comparator.comparing(row -> row.get(Bans.USER_ID));

    @Override
    public Operation operation() {
        return BanOperations.LIST_BANS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long guildId = guild.id();
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> {
            List<RowView> page = page(guildId, call, storage);
            Map<Long, User> users = Profiles.of(
                    storage, page.stream().map(row -> row.get(Bans.USER_ID)).toList());
            return Reply.json(page.stream()
                    .filter(row -> users.containsKey(row.get(Bans.USER_ID)))
                    .map(row -> new Ban(row.get(Bans.REASON), users.get(row.get(Bans.USER_ID))))
                    .toList());
        });
    }

    /** Bans are spread over slices: each gives as many as could be needed, and the nearest of all are kept. */
    private static List<RowView> page(long guildId, Call call, StorageFacade storage) {
        int limit = call.queryNumber("limit", MOST);
        Optional<Long> before = call.queryId("before");
        Optional<Long> after = before.isPresent() ? Optional.empty() : call.queryId("after");
        List<RowView> found = MemberSlices.each(storage, Bans.TABLE, slice -> {
            Read read = Read.from(Bans.TABLE, guildId, slice).limit(limit);
            after.ifPresent(read::after);
            before.ifPresent(id -> read.before(id).reversed());
            return read.build();
        });
        return found.stream()
                .sorted(before.isPresent() ? BY_USER.reversed() : BY_USER)
                .limit(limit)
                .sorted(BY_USER)
                .toList();
    }
}
