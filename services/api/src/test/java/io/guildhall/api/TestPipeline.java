package io.guildhall.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.admin.AdminAudit;
import io.guildhall.api.body.BodyBudget;
import io.guildhall.api.body.BodyReader;
import io.guildhall.api.body.ThreadPath;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.caller.Authenticator;
import io.guildhall.api.caller.PathTokens;
import io.guildhall.api.claims.Claims;
import io.guildhall.api.claims.IdentityTokens;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.config.PublicConfig;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.endpoint.InteractionEndpoints;
import io.guildhall.api.endpoint.WebhookEvents;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.OwnedApplications;
import io.guildhall.api.handler.PasswordChange;
import io.guildhall.api.http.Dispatcher;
import io.guildhall.api.http.RequestMetrics;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.api.limit.InvalidRequests;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.limit.MemoryRateLimiter;
import io.guildhall.api.lobby.CreateLobbyInvite;
import io.guildhall.api.lobby.CreateMyLobbyInvite;
import io.guildhall.api.lobby.LobbyInvites;
import io.guildhall.api.oauth2.AuthorizationNews;
import io.guildhall.api.oauth2.Clients;
import io.guildhall.api.oauth2.Consent;
import io.guildhall.api.oauth2.CreateOAuth2Token;
import io.guildhall.api.oauth2.DeleteMyGrant;
import io.guildhall.api.oauth2.GetPublicKeys;
import io.guildhall.api.oauth2.GetUserInfo;
import io.guildhall.api.oauth2.GrantedJoins;
import io.guildhall.api.oauth2.IncomingWebhooks;
import io.guildhall.api.oauth2.Installs;
import io.guildhall.api.oauth2.LinkedPlayers;
import io.guildhall.api.oauth2.ListMyGrants;
import io.guildhall.api.oauth2.ResetClientSecret;
import io.guildhall.api.oauth2.RevokeOAuth2Token;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.ChannelDirectory;
import io.guildhall.api.owner.FollowedChannels;
import io.guildhall.api.owner.ForwardedMessages;
import io.guildhall.api.owner.GuildPlaces;
import io.guildhall.api.owner.KeptPictures;
import io.guildhall.api.owner.LinkedChannels;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.api.owner.WebhookDirectory;
import io.guildhall.api.provisional.CreateProvisionalToken;
import io.guildhall.api.provisional.CreateProvisionalTokenByBot;
import io.guildhall.api.provisional.ExternalAuth;
import io.guildhall.api.provisional.Games;
import io.guildhall.api.provisional.Merging;
import io.guildhall.api.provisional.OidcDocuments;
import io.guildhall.api.provisional.OidcTokens;
import io.guildhall.api.provisional.ProvisionalTokens;
import io.guildhall.api.provisional.UnmergeProvisionalAccount;
import io.guildhall.api.provisional.UnmergeProvisionalAccountByBot;
import io.guildhall.api.rendering.Renderings;
import io.guildhall.api.roleconnection.DeleteMyRoleConnection;
import io.guildhall.api.roleconnection.GetMyRoleConnection;
import io.guildhall.api.roleconnection.RoleConnectionRecords;
import io.guildhall.api.roleconnection.SetMyRoleConnection;
import io.guildhall.api.upload.BodyImages;
import io.guildhall.api.upload.FileBound;
import io.guildhall.api.upload.FileMarks;
import io.guildhall.api.upload.TestUploads;
import io.guildhall.api.upload.Uploads;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.ApplicationAccounts;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.identity.instance.Journal;
import io.guildhall.identity.instance.Records;
import io.guildhall.identity.instance.Settings;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.identity.oauth2.InstanceKey;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.OperatorTokens;
import io.guildhall.model.identity.TokenVerifier;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Invites;
import io.guildhall.model.table.catalogue.PrivateChannelPairs;
import io.guildhall.model.webhook.WebhookTokens;
import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.observability.trace.Traces;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole pipeline without a server, on fakes. The token {@code robot} is a bot's, every other a person's. */
public final class TestPipeline {
    private TestPipeline() {}

    public static RequestPipeline with(ApiConfig config) {
        return with(config, new FakeOwner(), new FakeStorage());
    }

    public static RequestPipeline with(ApiConfig config, FakeOwner owner, FakeStorage fake) {
        return with(config, owner, fake, Map.of());
    }

    /** @param documents what is found at addresses outside */
    public static RequestPipeline with(
            ApiConfig config, FakeOwner owner, FakeStorage fake, Map<String, JsonNode> documents) {
        Clock clock = Clock.systemUTC();
        Discovery discovery = StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
        StorageAccess storage = new StorageAccess(new StorageRouter(node -> fake, discovery, new Timestamps(clock)));
        storage.write(List.of(
                        Write.to(ChannelOwners.TABLE, 5L)
                                .set(ChannelOwners.GUILD_ID, 4L)
                                .build(),
                        Write.to(PrivateChannelPairs.TABLE, 5L, 8L)
                                .set(PrivateChannelPairs.CHANNEL_ID, 6L)
                                .build(),
                        Write.to(Invites.TABLE, "abc").set(Invites.GUILD_ID, 4L).build()))
                .await()
                .indefinitely();
        ApiIds ids = new ApiIds(new SnowflakeGenerator(0, clock));
        DirectoryObjectStore objects = new DirectoryObjectStore(Path.of(config.attachmentsDirectory()));
        PublicUrls urls = new PublicUrls(new NoPublicUrls(), discovery, "localhost", 8080);
        OwnerCalls owners =
                new OwnerCalls(new OwnerClient(discovery, node -> owner), List.of(), config, new SimpleMeterRegistry());
        ChannelDirectory channels = new ChannelDirectory(storage, config);
        WebhookDirectory webhooks = new WebhookDirectory(storage);
        Grants grants = new Grants(storage, TestTokens.config(), clock);
        ClientSecrets secrets = new ClientSecrets(storage);
        Clients clients = new Clients(storage, secrets);
        Installs installs = new Installs(storage, clock);
        RoleConnectionRecords records = new RoleConnectionRecords(storage);
        InstanceKey key = new InstanceKey(TestTokens.config());
        AuthorizationNews news =
                new AuthorizationNews(new WebhookEvents(null, storage, clock, new SimpleMeterRegistry()), storage);
        Claims claims = new Claims(new OwnerQuestions(owners), urls);
        IdentityTokens identities = new IdentityTokens(claims, key, urls, clock);
        ProvisionalAccounts accounts = new ProvisionalAccounts(storage);
        ExternalAuth auth = new ExternalAuth(
                storage,
                new OidcTokens(
                        new OidcDocuments(null) {
                            @Override
                            public JsonNode at(String address) {
                                return documents.getOrDefault(address, MissingNode.getInstance());
                            }
                        },
                        clock),
                grants,
                accounts);
        Merging merging = new Merging(accounts, grants, owners, storage, ids);
        Games games = new Games(secrets, auth);
        ProvisionalTokens provisional = new ProvisionalTokens(accounts, grants, identities, owners, storage, ids);
        BodyImages images = new BodyImages(objects, new FileMarks(storage, clock));
        return new RequestPipeline(
                new InvalidRequests(config, Configs.noRedis(), clock),
                new Authenticator(
                        anyToken(),
                        grants,
                        new OperatorTokens("a secret", clock),
                        new Administrators(new Records(storage), clock)),
                new PathTokens(
                        new InteractionTokens("a secret"),
                        new WebhookTokens("a secret"),
                        webhooks,
                        new ApplicationAccounts(storage),
                        clock),
                new LimitGuard(new MemoryRateLimiter(config, clock), config.rateLimits(), clock),
                new ThreadPath(ids, channels),
                new BodyReader(
                        config,
                        new BodyBudget(config),
                        new Uploads(
                                objects,
                                ids,
                                urls,
                                new AttachmentLinks("a secret", clock),
                                new FileMarks(storage, clock),
                                new FileBound(new Settings(new Records(storage), clock), config)),
                        images,
                        TestUploads.slots(config, fake, clock),
                        (caller, operation, path) -> {}),
                new Dispatcher(
                        handlers(List.of(
                                new CreateOAuth2Token(
                                        clients, grants, identities, new LinkedPlayers(auth, merging, grants), ids),
                                new CreateLobbyInvite(new LobbyInvites(storage, owners)),
                                new CreateMyLobbyInvite(new LobbyInvites(storage, owners)),
                                new CreateProvisionalToken(games, provisional),
                                new CreateProvisionalTokenByBot(provisional, accounts),
                                new UnmergeProvisionalAccount(games, merging),
                                new UnmergeProvisionalAccountByBot(merging),
                                new ListMyGrants(grants, installs, new OwnerQuestions(owners)),
                                new DeleteMyGrant(grants, installs, news, merging),
                                new GetMyRoleConnection(records),
                                new SetMyRoleConnection(records),
                                new DeleteMyRoleConnection(records),
                                new GetPublicKeys(key),
                                new GetUserInfo(claims),
                                new RevokeOAuth2Token(clients, grants),
                                new ResetClientSecret(new OwnedApplications(storage), secrets))),
                        new AdminAudit(new Journal(storage), ids, clock),
                        new PasswordChange(null, null, null, ids) {
                            @Override
                            public boolean concerns(ApiCall call) {
                                return false;
                            }
                        },
                        new Consent(
                                clients,
                                grants,
                                installs,
                                new IncomingWebhooks(channels, owners, storage, urls),
                                news,
                                ids),
                        new GrantedJoins(grants),
                        new ActorResolver(channels, webhooks, storage, ids),
                        owners,
                        new GuildPlaces(owners),
                        new KeptPictures(owners, images),
                        new ForwardedMessages(channels, owners),
                        new FollowedChannels(channels, owners),
                        new LinkedChannels(channels, owners),
                        new InteractionEndpoints(null, null) {
                            @Override
                            public RestAnswer around(ApiCall call, Supplier<RestAnswer> owner) {
                                return owner.get();
                            }
                        },
                        new Renderings(urls),
                        Traces.off()),
                new RequestMetrics(new SimpleMeterRegistry()));
    }

    private static TokenVerifier anyToken() {
        return token -> Uni.createFrom()
                .item(Optional.of(token.equals("robot") ? new Identity(7, true, 7, 0) : new Identity(8, false, 0, 1)));
    }

    private static List<ApiHandler> handlers(List<ApiHandler> real) {
        Stream<ApiHandler> others = Operations.all().stream()
                .filter(operation -> operation.scope() == Scope.API)
                .filter(operation ->
                        real.stream().noneMatch(handler -> handler.operation().equals(operation)))
                .map(operation -> new ApiHandler() {
                    @Override
                    public Operation operation() {
                        return operation;
                    }

                    @Override
                    public JsonNode answer(ApiCall call) {
                        return Json.object().set("body", call.body());
                    }
                });
        return Stream.concat(real.stream(), others).toList();
    }

    public record NoPublicUrls() implements PublicConfig {
        @Override
        public Optional<String> apiUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<String> gatewayUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<String> cdnUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> trustedProxies() {
            return Optional.empty();
        }
    }
}
