package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.ban.BanBook;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Screening;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.FeatureSet;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScreeningOperations;
import io.guildhall.model.payload.Invite;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a guild asks of newcomers, and whether it asks at all. */
@Singleton
public final class VerificationHandlers {
    @Produces
    @Singleton
    public GuildOperation getForm() {
        return new Handler(ScreeningOperations.GET_MEMBER_VERIFICATION, true, (guild, call, changes) -> {
            requireKnown(guild, call.callerId());
            ObjectNode form = VerificationForm.required(guild)
                    .json(Screening.of(guild.row()).gate());
            if (call.queryFlag("with_guild")) {
                form.set("guild", Json.tree(Invite.Inviting.of(guild.properties())));
            }
            return Reply.json(form);
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateForm() {
        return new Handler(ScreeningOperations.UPDATE_MEMBER_VERIFICATION, false, VerificationHandlers::update);
    }

    /** Members, and those who stand at the door and are not banned. */
    static void requireKnown(GuildState guild, long userId) {
        boolean known = guild.exists()
                && (guild.findMember(userId).isPresent()
                        || JoinRequestBook.of(guild).find(userId).isPresent() && !new BanBook(guild).isBanned(userId));
        if (!known) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
    }

    private static Reply update(GuildState guild, Call call, Changes changes) {
        VerificationChange body = VerificationChange.of(call.body());
        Optional<VerificationForm> before = VerificationForm.of(guild);
        VerificationForm after = VerificationForm.changed(before, body, guild.now());
        boolean gate = Screening.of(guild.row()).gate();
        RowView row =
                FeatureSet.with(guild.row(), Screening.GATE, body.enabled().or(gate));
        if (before.filter(after::equals).isPresent()
                && row.row().equals(guild.row().row())) {
            call.audit().skip();
            return Reply.json(after.json(gate));
        }
        call.audit()
                .target(guild.id())
                .change(
                        "member_verification",
                        before.map(form -> form.json(gate)).orElse(null),
                        after.json(body.enabled().or(gate)));
        after.save(guild, changes);
        new GuildEdits(guild, changes).saveGuild(row);
        return Reply.json(after.json(body.enabled().or(gate)));
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, boolean openToStrangers, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
