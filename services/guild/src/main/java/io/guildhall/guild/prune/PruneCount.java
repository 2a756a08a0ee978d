package io.guildhall.guild.prune;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.ManyRows;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts whom a rule removes, outside the guild's turn, as the guild was when it was asked. */
final class PruneCount {
    private static final int PAGE = 500;

    private PruneCount() {}

    static Reply answer(GuildState guild, PruneRule rule) {
        GuildSnapshot snapshot = guild.snapshot();
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> Reply.json(pruned(count(snapshot, storage, rule))));
    }

    static ObjectNode pruned(Integer count) {
        return Json.object().put("pruned", count);
    }

    private static int count(GuildSnapshot guild, StorageFacade storage, PruneRule rule) {
        int count = 0;
        List<Long> page = new ArrayList<>();
        Iterator<GuildMember> members = guild.members().iterator();
        while (members.hasNext()) {
            GuildMember member = members.next();
            if (rule.mayGo(guild, member)) {
                page.add(member.id());
            }
            if (page.size() == PAGE || !members.hasNext()) {
                count += away(storage, rule, page);
                page.clear();
            }
        }
        return count;
    }

    private static int away(StorageFacade storage, PruneRule rule, List<Long> users) {
        Map<Long, RowView> accounts = ManyRows.read(storage, Users.TABLE, users);
        return (int) users.stream()
                .filter(user -> rule.isAway(Optional.ofNullable(accounts.get(user))))
                .count();
    }
}
