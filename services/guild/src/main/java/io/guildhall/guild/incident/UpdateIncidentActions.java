package io.guildhall.guild.incident;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Closes invites or direct messages for up to a day, or opens them again. What the request does not name stays. */
@Singleton
public final class UpdateIncidentActions implements GuildOperation {
    /** Discord's. */
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Operation operation() {
        return GuildOperations.UPDATE_INCIDENT_ACTIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        IncidentChange body = IncidentChange.of(call.body());
        requireWithinADay(body.invitesDisabledUntil(), guild.now());
        requireWithinADay(body.dmsDisabledUntil(), guild.now());
        Patch patch = new Patch(guild.row(), call.audit().target(guild.id()))
                .put(body.invitesDisabledUntil(), Guilds.INVITES_DISABLED_UNTIL)
                .put(body.dmsDisabledUntil(), Guilds.DMS_DISABLED_UNTIL);
        if (!patch.changed()) {
            call.audit().skip();
        }
        new GuildEdits(guild, changes).saveGuild(patch.row());
        return Reply.json(Json.object()
                .put(
                        body.invitesDisabledUntil().field(),
                        Json.timestampOrNull(guild.row().get(Guilds.INVITES_DISABLED_UNTIL)))
                .put(
                        body.dmsDisabledUntil().field(),
                        Json.timestampOrNull(guild.row().get(Guilds.DMS_DISABLED_UNTIL))));
    }

    private static void requireWithinADay(Given<Long> until, long now) {
        if (until.or(0L) > now + LONGEST.toMillis()) {
            throw ApiException.invalidField(until.field(), "DATE_TOO_LATE", "Must be within 24 hours.");
        }
    }
}
