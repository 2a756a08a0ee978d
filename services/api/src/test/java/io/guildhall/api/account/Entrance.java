package io.guildhall.api.account;

import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.TestTokens;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.handler.Admission;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.Entry;
import io.guildhall.api.handler.OwnedApplications;
import io.guildhall.api.handler.PresentPassword;
import io.guildhall.api.handler.RevokedSessions;
import io.guildhall.api.handler.Standing;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.limit.MemoryRateLimiter;
import io.guildhall.api.mail.AccountMails;
import io.guildhall.api.mail.Mail;
import io.guildhall.api.mail.MailConfig;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.BotAccounts;
import io.guildhall.identity.Passwords;
import io.guildhall.identity.People;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.StoredTokenVerifier;
import io.guildhall.identity.Tokens;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.identity.instance.Records;
import io.guildhall.identity.passkey.PasskeyRecords;
import io.guildhall.identity.proof.Proofs;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.observability.Metrics;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands between a stranger and an account: its handlers on fakes, with the person {@code anna} and all mail that was sent. */
public final class Entrance {
    public static final String PASSWORD = "correct horse";
    public static final String EMAIL = "anna@example.org";

    public final ManualClock clock = new ManualClock();
    public final FakeOwner owner = new FakeOwner();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final List<Mail> mails = new CopyOnWriteArrayList<>();
    public final StorageAccess storage;
    public final StoredTokenVerifier verifier;
    public final Accounts accounts;
    public final People people;
    public final Proofs proofs;
    public final ApiIds ids;
    public final AccountMails accountMails;
    public final Standing standing;
    public final Entry entry;
    public final Records records;
    public final Administrators administrators;
    public final ClosedAccounts closed;
    public final RevokedSessions sessions;
    public final LimitGuard limits;
    public final PresentPassword password;
    public final Proven proven;
    public final PasskeyRecords passkeys;
    public final PasskeyCeremonies ceremonies;
    public final SecondFactorRecords factors;
    public final AskedFactors asked;
    public final Admission admission;
    public final Tokens tokens;
    public final long anna = 100;

    public Entrance() {
        Discovery discovery = StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
        FakeStorage fake = new FakeStorage();
        storage = new StorageAccess(new StorageRouter(node -> fake, discovery, new Timestamps(clock)));
        tokens = new Tokens(TestTokens.config(), clock);
        verifier = new StoredTokenVerifier(tokens, storage, TestTokens.config(), clock);
        people = new People(storage);
        accounts = new Accounts(storage, people, new Passwords(), tokens, verifier, clock);
        proofs = new Proofs(storage, TestTokens.config(), clock);
        ids = new ApiIds(new SnowflakeGenerator(0, clock));
        ApiConfig config = Configs.api(Map.of());
        limits = new LimitGuard(new MemoryRateLimiter(config, clock), config.rateLimits(), clock);
        password = new PresentPassword(accounts, limits);
        OwnerCalls owners =
                new OwnerCalls(new OwnerClient(discovery, node -> owner), List.of(), config, new SimpleMeterRegistry());
        standing = new Standing(owners);
        entry = new Entry(accounts, standing);
        sessions = new RevokedSessions(owners);
        records = new Records(storage);
        administrators = new Administrators(records, clock);
        closed = new ClosedAccounts(
                accounts,
                new BotAccounts(storage, tokens, verifier, clock),
                standing,
                sessions,
                new OwnedApplications(storage),
                administrators,
                owners);
        passkeys = new PasskeyRecords(storage);
        ceremonies = new PasskeyCeremonies(
                Settings.of(PasskeyConfig.class).with(Map.of()),
                new PublicUrls(new TestPipeline.NoPublicUrls(), discovery, "localhost", 8080),
                Settings.of(MailConfig.class).with(Map.of()),
                TestTokens.config());
        factors = new SecondFactorRecords(storage, passkeys, TestTokens.config(), clock);
        asked = new AskedFactors(factors, standing);
        admission = new Admission(accounts, entry, factors, new AskedPasskeys(passkeys, ceremonies), proofs, ids);
        proven = new Proven(proofs, people);
        accountMails = new AccountMails(
                people,
                proofs,
                mails::add,
                Settings.of(MailConfig.class).with(Map.of("guildhall.mail.prove-addresses", "true")),
                new PublicUrls(new TestPipeline.NoPublicUrls(), discovery, "localhost", 8080),
                limits,
                meters);
        accounts.register(new Accounts.Registration(
                anna, ids.next(), "anna", Optional.empty(), Optional.of(EMAIL), false, PASSWORD));
    }

    public String login(String password) {
        return accounts.enter(accounts.know("anna", password), ids.next());
    }

    /** The person chooses another password. */
    public void chooses(String password) {
        accounts.replacePassword(accounts.requirePassword(anna, PASSWORD), "anna", password, "password");
    }

    public boolean good(String token) {
        return verifier.verifyNow(token).await().indefinitely().isPresent();
    }

    /** What stands behind {@code token=} in the newest of so many mails. */
    public String tokenOfMail(int count) {
        Eventually.until(() -> mails.size() >= count);
        return mails.get(count - 1).text().replaceAll("(?s).*#token=(\\S+).*", "$1");
    }

    /** Waits until so many mails were not written because the account had its share. */
    public void mailsLimited(int count) {
        Eventually.until(() ->
                meters.find(Metrics.name(AccountMails.class, "mails")).tag("outcome", "limited").counters().stream()
                                .mapToDouble(Counter::count)
                                .sum()
                        >= count);
    }

    /** The account as its owner would have changed it. */
    public void set(Write write) {
        storage.write(List.of(write.build())).await().indefinitely();
    }

    public Write account() {
        return Write.to(Users.TABLE, anna);
    }

    /** By the newest login. */
    public com.fasterxml.jackson.databind.JsonNode call(ApiHandler handler, String body) {
        return call(handler, Map.of(), body);
    }

    /** By the newest login, with a path. */
    public com.fasterxml.jackson.databind.JsonNode call(ApiHandler handler, Map<String, String> path, String body) {
        return handler.answer(made(handler.operation(), path, body));
    }

    /** A call by the newest login. */
    ApiCall made(Operation operation, String body) {
        return made(operation, Map.of(), body);
    }

    private ApiCall made(Operation operation, Map<String, String> path, String body) {
        return new ApiCall(
                operation,
                Optional.of(new Identity(anna, false, 0, newestLogin())),
                path,
                Json.object(),
                Json.parse(body),
                "",
                "",
                List.of(),
                "127.0.0.1");
    }

    private long newestLogin() {
        return accounts.logins(anna).stream()
                .mapToLong(Accounts.Login::sessionId)
                .max()
                .orElse(1);
    }
}
