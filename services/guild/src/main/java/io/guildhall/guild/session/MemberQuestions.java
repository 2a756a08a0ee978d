package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.member.MemberSearch;
import io.guildhall.guild.session.PrivateAnswers.Private;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RequestMembers;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Op 8. An empty query with limit 0 asks for everybody and needs GUILD_MEMBERS; presences need GUILD_PRESENCES; otherwise at
 * most 100 members are told, by the beginning of their name or by id. What is not allowed is answered by nobody.
 */
@Singleton
public final class MemberQuestions {
    private static final int MAX_BY_QUERY = 100;

    private final PrivateAnswers answers;

    public MemberQuestions(PrivateAnswers answers) {
        this.answers = answers;
    }

    Reply answer(GuildState guild, RequestMembers request, Changes changes) {
        Iterator<Event> chunks = new LaterEvents(chunks(guild.snapshot(), request));
        return answers.answer(guild, new Private(request.getSession(), chunks), changes);
    }

    private static Supplier<Iterator<Event>> chunks(GuildSnapshot guild, RequestMembers request) {
        return () -> {
            boolean byIds = request.getUserIdsCount() > 0;
            boolean all = !byIds && request.getQuery().isEmpty() && request.getLimit() == 0;
            if (all && Intent.GUILD_MEMBERS.in(request.getIntents())) {
                return new MemberChunks(guild, request, guild.members().iterator(), guild.memberCount());
            }
            List<GuildMember> some;
            if (all) {
                some = guild.findMember(request.getUserId()).stream().toList();
            } else if (byIds) {
                some = named(guild, request);
            } else {
                int limit = request.getLimit() == 0 ? MAX_BY_QUERY : Math.min(request.getLimit(), MAX_BY_QUERY);
                some = MemberSearch.byPrefix(guild, request.getQuery(), limit);
            }
            return new MemberChunks(guild, request, some.iterator(), some.size());
        };
    }

    private static List<GuildMember> named(GuildSnapshot guild, RequestMembers request) {
        return request.getUserIdsList().stream()
                .distinct()
                .limit(MAX_BY_QUERY)
                .map(guild::findMember)
                .flatMap(Optional::stream)
                .toList();
    }
}
