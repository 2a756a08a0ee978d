package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.Configs;
import io.guildhall.api.TestTokens;
import io.guildhall.api.account.Entrance;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.instance.Announcements;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.api.registration.Invitations;
import io.guildhall.api.registration.ProofOfWork;
import io.guildhall.api.registration.RegistrationGate;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.identity.instance.Journal;
import io.guildhall.identity.instance.Records;
import io.guildhall.identity.instance.Settings;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.ownerclient.OwnerClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Those who look after an instance, at work on fakes: calls come in as the pipeline would let them, and are written down. */
public final class Office {
    public final Entrance entrance = new Entrance();
    public final Records records = entrance.records;
    public final Administrators administrators = entrance.administrators;
    public final Settings settings = new Settings(records, entrance.clock);
    public final Invitations invitations = new Invitations(records, entrance.clock);
    public final Announcements announcements = new Announcements(records, entrance.clock);
    public final Journal journal = new Journal(entrance.storage);
    public final LimitGuard limits = entrance.limits;
    public final RegistrationGate gate = new RegistrationGate(
            settings, invitations, new ProofOfWork(TestTokens.config(), records, entrance.clock), limits);
    private final AdminAudit audit = new AdminAudit(journal, entrance.ids, entrance.clock);
    private final Map<Operation, ApiHandler> handlers = new HashMap<>();

    public Office() {
        OwnerCalls owners = new OwnerCalls(
                new OwnerClient(StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), node -> entrance.owner),
                List.of(),
                Configs.api(Map.of()),
                new SimpleMeterRegistry());
        AccountRecords accounts = new AccountRecords(entrance.storage, entrance.people, administrators);
        AdministratorHandlers roles = new AdministratorHandlers(administrators, accounts);
        AccountHandlers people = new AccountHandlers(
                accounts,
                administrators,
                entrance.accounts,
                entrance.factors,
                entrance.asked,
                entrance.standing,
                entrance.closed,
                entrance.sessions);
        GuildHandlers guilds = new GuildHandlers(new GuildRecords(entrance.storage), owners);
        SettingsHandlers ofInstance = new SettingsHandlers(settings);
        InvitationHandlers invites = new InvitationHandlers(invitations);
        AnnouncementHandlers news = new AnnouncementHandlers(announcements, entrance.ids);
        ReportQueue reports = new ReportQueue(journal, entrance.clock);
        Stream.of(
                        roles.getMyRole(),
                        roles.listAdministrators(),
                        roles.setAdministrator(),
                        roles.removeAdministrator(),
                        people.findAccounts(),
                        people.getAccount(),
                        people.updateAccount(),
                        people.replacePassword(),
                        people.resetSecondFactor(),
                        people.deleteAccount(),
                        guilds.findGuilds(),
                        guilds.getGuildRecord(),
                        guilds.suspendGuild(),
                        guilds.restoreGuild(),
                        guilds.transferGuild(),
                        ofInstance.getSettings(),
                        ofInstance.updateSettings(),
                        invites.listInvitations(),
                        invites.createInvitation(),
                        invites.deleteInvitation(),
                        news.createAnnouncement(),
                        news.deleteAnnouncement(),
                        reports.listReports(),
                        reports.settleReport(),
                        new AuditHandlers(journal, entrance.clock).listAdminAudit())
                .forEach(handler -> handlers.put(handler.operation(), handler));
    }

    /** A person with an account, who has forgotten the password. */
    public long person(String name) {
        long id = entrance.ids.next();
        entrance.set(Write.to(Usernames.TABLE, name).set(Usernames.USER_ID, id));
        entrance.set(Write.to(Users.TABLE, id).set(Users.USERNAME, name).set(Users.BOT, false));
        return id;
    }

    /** A person who knows the password. */
    public long personWithPassword(String name) {
        long id = entrance.ids.next();
        entrance.accounts.register(new Accounts.Registration(
                id,
                entrance.ids.next(),
                name,
                Optional.empty(),
                Optional.of(name + "@example.org"),
                true,
                Entrance.PASSWORD));
        return id;
    }

    public static Identity login(long user) {
        return new Identity(user, false, 0, 1);
    }

    public JsonNode call(Operation operation, Identity by, Map<String, String> path, String body) {
        return call(operation, by, path, Json.object(), body);
    }

    public JsonNode call(Operation operation, Identity by, Map<String, String> path, ObjectNode query, String body) {
        AdminRole least = operation.access() == Access.ADMINISTRATOR ? AdminRole.ADMINISTRATOR : AdminRole.MODERATOR;
        boolean forAll = operation.access() == Access.PERSON;
        if (!forAll
                && administrators.role(by).filter(role -> role.covers(least)).isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        ApiCall call = new ApiCall(
                operation,
                Optional.of(by),
                path,
                query,
                operation.body().isPresent() ? Json.parse(body) : MissingNode.getInstance(),
                "because",
                "",
                List.of(),
                "127.0.0.1");
        return audit.around(call, () -> handlers.get(operation).answer(call));
    }
}
