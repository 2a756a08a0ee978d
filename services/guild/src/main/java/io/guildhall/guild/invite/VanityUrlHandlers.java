package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The code of a guild's own choice. */
@Singleton
public final class VanityUrlHandlers {
    @Produces
    @Singleton
    public GuildOperation getVanityUrl() {
        return new Handler(InviteOperations.GET_VANITY_URL, (guild, call, changes) -> {
            VanityUrl.of(guild).requireFeature();
            return Reply.json(json(guild));
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateVanityUrl() {
        return new Handler(InviteOperations.UPDATE_VANITY_URL, VanityUrlHandlers::update);
    }

    private static Reply update(GuildState guild, Call call, Changes changes) {
        VanityUrl url = VanityUrl.of(guild);
        url.requireFeature();
        VanityChange body = VanityChange.of(call.body());
        Patch patch = new Patch(guild.row(), call.audit().target(guild.id()));
        if (body.code().named()) {
            String wanted = body.code().or("");
            String code = wanted.isEmpty() ? null : url.claim(wanted, changes);
            if (code == null) {
                url.release(changes);
            }
            patch.set("vanity_url_code", Guilds.VANITY_URL_CODE, code);
        }
        if (patch.row().row().equals(guild.row().row())) {
            call.audit().skip();
        }
        new GuildEdits(guild, changes).saveGuild(patch.row());
        return Reply.json(json(guild));
    }

    private static ObjectNode json(GuildState guild) {
        return VanityUrl.of(guild)
                .invite()
                .map(invite -> Json.object().put("code", invite.code()).put("uses", invite.uses()))
                .orElseGet(() -> Json.object().putNull("code").put("uses", 0));
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
