package io.guildhall.guild.ending;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.application.AccountGone;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.privatechannel.AccountLeft;
import io.guildhall.guild.provisional.LinkedGames;
import io.guildhall.guild.relationship.AccountMoves;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountProofs;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Emails;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.guildhall.model.table.catalogue.NotificationSettings;
import io.guildhall.model.table.catalogue.Passkeys;
import io.guildhall.model.table.catalogue.ReadStates;
import io.guildhall.model.table.catalogue.RoleConnections;
import io.guildhall.model.table.catalogue.SecondFactors;
import io.guildhall.model.table.catalogue.UserApplications;
import io.guildhall.model.table.catalogue.UserNotes;
import io.guildhall.model.table.catalogue.UserSettings;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * A person's account ends. It leaves its guilds and groups, is nobody's friend any more, and all that only the person had to do with it goes: the password,
 * second factors, settings, notes, what was read. What it wrote stays, by an account that says nothing of whose it was; its name and its
 * address are free for others.
 */
@Singleton
public final class AccountEnd implements UserStep {
    private static final List<Table> PRIVATE = List.of(
            LoginSessions.TABLE,
            AccountProofs.TABLE,
            UserSettings.TABLE,
            NotificationSettings.TABLE,
            Passkeys.TABLE,
            ReadStates.TABLE,
            RoleConnections.TABLE,
            UserApplications.TABLE,
            UserNotes.TABLE);

    private final Clock clock;

    public AccountEnd(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return StandingSteps.DELETED;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        RowView before = user.account();
        if (before.get(Users.DELETED, false)) {
            return Reply.noContent();
        }
        if (user.isBot()) {
            throw ApiException.of(ErrorCode.INVALID_ACCOUNT_TYPE);
        }
        OwnedGuilds.requireNone(user);
        AccountMoves.endAll(user, clock.millis(), changes);
        LinkedGames.endAll(user, changes);
        for (long guild : user.guilds()) {
            changes.step(
                    Keys.guild(guild), AccountGone.STEP, Json.object().put("user_id", Snowflake.format(user.id())));
        }
        for (long channel : user.groups()) {
            changes.step(Keys.privateChannel(channel), AccountLeft.STEP, AccountLeft.body(channel, user.id()));
        }
        forget(user, before, changes);
        RowView after = nobody(before);
        Rows.save(before, after, changes);
        user.replace(after, null);
        changes.event(Events.control("$INVALIDATE", Json.object().put("resumable", false))
                .build());
        return Reply.noContent();
    }

    private static void forget(UserState user, RowView account, Changes changes) {
        changes.write(Write.delete(Usernames.TABLE, UsernameRule.key(account.get(Users.USERNAME, ""))));
        account.find(Users.EMAIL).ifPresent(email -> changes.write(Write.delete(Emails.TABLE, email)));
        changes.write(Write.delete(Credentials.TABLE, user.id()));
        changes.write(Write.delete(SecondFactors.TABLE, user.id()));
        PRIVATE.forEach(table -> changes.write(Write.deletePartition(table, user.id())));
    }

    /** The name is made of the id, so that messages of two who are gone are not taken for those of one. */
    private static RowView nobody(RowView account) {
        RowView row = Rows.with(account, Users.DELETED, true);
        row = Rows.with(
                row, Users.USERNAME, "deleted_user_" + Long.toString(account.get(Users.USER_ID), Character.MAX_RADIX));
        row = Rows.with(row, Users.GLOBAL_NAME, null);
        row = Rows.with(row, Users.EMAIL, null);
        row = Rows.with(row, Users.VERIFIED, false);
        row = Rows.with(row, Users.MFA_ENABLED, false);
        row = Rows.with(row, Users.BIO, null);
        row = Rows.with(row, Users.AVATAR, null);
        row = Rows.with(row, Users.BANNER, null);
        row = Rows.with(row, Users.ACCENT_COLOR, null);
        row = Rows.with(row, Users.FLAGS, 0L);
        return Rows.with(row, Users.PUBLIC_FLAGS, 0L);
    }
}
