package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.instance.InstanceDocuments;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.payload.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Where libraries and clients look for what an instance can do: OpenID Connect Discovery, RFC 8414, and the documents by which clients of
 * other open servers of this protocol find the API.
 */
@Path("/.well-known")
@RunOnVirtualThread
public class DiscoveryResource {
    private final PublicUrls urls;
    private final InstanceDocuments documents;

    @Inject
    public DiscoveryResource(PublicUrls urls, InstanceDocuments documents) {
        this.urls = urls;
        this.documents = documents;
    }

    @GET
    @Path("spacebar")
    public Response spacebar() {
        return json(documents.wellKnown());
    }

    @GET
    @Path("spacebar/client")
    public Response spacebarClient() {
        return json(documents.wellKnownForClients());
    }

    @GET
    @Path("openid-configuration")
    public Response openId() {
        ObjectNode document = common("code", "token");
        document.put("userinfo_endpoint", urls.api() + "/oauth2/userinfo");
        list(document, "subject_types_supported", "public");
        list(document, "id_token_signing_alg_values_supported", "RS256");
        return json(document);
    }

    @GET
    @Path("oauth-authorization-server")
    public Response authorizationServer() {
        ObjectNode document = common("code", "token");
        document.put("revocation_endpoint", urls.api() + "/oauth2/token/revoke");
        list(document, "revocation_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post");
        return json(document);
    }

    private ObjectNode common(String... responses) {
        ObjectNode document = Json.object()
                .put("issuer", urls.issuer())
                .put("authorization_endpoint", urls.issuer() + "/oauth2/authorize")
                .put("token_endpoint", urls.api() + "/oauth2/token")
                .put("jwks_uri", urls.api() + "/oauth2/keys");
        list(document, "response_types_supported", responses);
        list(
                document,
                "grant_types_supported",
                "authorization_code",
                "implicit",
                "refresh_token",
                "client_credentials");
        list(document, "token_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post");
        list(document, "code_challenge_methods_supported", "S256");
        list(document, "scopes_supported", scopes());
        return document;
    }

    private static String[] scopes() {
        return List.of(OAuth2Scope.values()).stream().map(OAuth2Scope::text).toArray(String[]::new);
    }

    private static void list(ObjectNode document, String field, String... values) {
        List.of(values).forEach(document.withArray(field)::add);
    }

    private static Response json(ObjectNode document) {
        return Response.ok(document.toString().getBytes(UTF_8))
                .type("application/json")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
