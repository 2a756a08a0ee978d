package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Joining;
import io.guildhall.guild.joining.WayIn;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.oauth2.OAuth2Scopes;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.model.webhookevent.WebhookEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A member who may manage the guild adds a bot to it. The bot gets a role of its own with the permissions that were asked
 * for, as far as that member has them. Without permissions there is no role.
 *
 * <p>For a bot that is here already its role changes as that member might change it, to the permissions asked for; what the
 * member does not have stays as it is, and so does all when no permissions were asked for.
 */
@Singleton
public final class AuthorizeBot implements GuildOperation {
    private static final int INTO_GUILD = 0;

    private final SnowflakeGenerator ids;
    private final Joining joining;

    public AuthorizeBot(SnowflakeGenerator ids, Joining joining) {
        this.ids = ids;
        this.joining = joining;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.AUTHORIZE_BOT;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        BotAuthorization body = BotAuthorization.of(call.body());
        long id = call.queryId("client_id").orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION));
        RowView application = application(guild, call, id);
        if (!body.authorize().or(false)) {
            call.audit().skip();
            return Reply.json(Json.object().put("location", "/oauth2/authorized?error=access_denied"));
        }
        requireBot(guild, id);
        Optional<GuildMember> here = guild.findMember(id);
        GuildMember bot = here.orElseGet(() -> Joining.newcomer(guild, id, WayIn.AUTHORISATION));
        AuditDraft ofRole = here.isPresent() ? call.audit() : new AuditDraft();
        Optional<GuildRole> role = new BotGrant(guild, guild.member(call.callerId()), ids, ofRole, changes)
                .role(id, application.get(Applications.NAME, ""), asked(call, body));
        here.ifPresentOrElse(member -> bear(guild, member, role, changes), () -> {
            call.audit().target(id);
            add(guild, call, application, bot, role, changes);
        });
        changes.errand(
                new WebhookEvent(id, WebhookEvent.Type.APPLICATION_AUTHORIZED, authorized(guild, call)).errand());
        return Reply.json(Json.object().put("location", "/oauth2/authorized"));
    }

    private static ObjectNode authorized(GuildState guild, Call call) {
        ObjectNode data = Json.object().put("integration_type", INTO_GUILD);
        data.set("user", Json.tree(guild.member(call.callerId()).user()));
        ArrayNode scopes = data.putArray("scopes");
        OAuth2Scopes.parse(call.query().path("scope").asText("bot")).orElse(Set.of()).stream()
                .map(OAuth2Scope::text)
                .forEach(scopes::add);
        return data.set("guild", Json.tree(GuildPayloads.update(guild)));
    }

    /** A private bot is added by its owner only. */
    private static RowView application(GuildState guild, Call call, long id) {
        RowView application = guild.storage()
                .row(Applications.TABLE, id)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION));
        boolean byOwner = application.get(Applications.OWNER_ID, 0L) == call.callerId();
        if (!application.get(Applications.BOT_PUBLIC, true) && !byOwner) {
            throw ApiException.of(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION);
        }
        return application;
    }

    private static void requireBot(GuildState guild, long id) {
        boolean bot = Profiles.row(guild.storage(), id)
                .filter(row -> row.get(Users.BOT, false))
                .isPresent();
        if (!bot) {
            throw ApiException.of(ErrorCode.OAUTH2_APPLICATION_DOES_NOT_HAVE_BOT);
        }
    }

    private static OptionalLong asked(Call call, BotAuthorization body) {
        if (body.permissions().hasValue()) {
            return OptionalLong.of(body.permissions().required());
        }
        JsonNode asked = call.query().path("permissions");
        return asked.isTextual() ? OptionalLong.of(Permission.parse(asked.asText())) : OptionalLong.empty();
    }

    private void add(
            GuildState guild,
            Call call,
            RowView application,
            GuildMember bot,
            Optional<GuildRole> role,
            Changes changes) {
        List<Long> roles = role.map(GuildRole::id).stream().toList();
        GuildMember member = joining.admit(guild, bot.withRoles(roles), changes);
        BotIntegration.announce(guild, guild.member(call.callerId()).user(), application, member.user(), changes);
    }

    /** The bot is here already: it bears the role. */
    private static void bear(GuildState guild, GuildMember member, Optional<GuildRole> role, Changes changes) {
        role.filter(managed -> !member.hasRole(managed.id())).ifPresent(managed -> {
            List<Long> roles = new ArrayList<>(member.roleList());
            roles.add(managed.id());
            new MemberEdits(guild, changes).save(member.withRoles(roles));
        });
    }
}
