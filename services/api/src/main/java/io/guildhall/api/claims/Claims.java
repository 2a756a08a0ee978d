package io.guildhall.api.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What is said of a person under the names of OpenID Connect, as far as scopes let it be said. */
@ApplicationScoped
public class Claims {
    private final OwnerQuestions owners;
    private final PublicUrls urls;

    @Inject
    public Claims(OwnerQuestions owners, PublicUrls urls) {
        this.owners = owners;
        this.urls = urls;
    }

    /** Without the scopes identify and email there is nothing but the number. */
    public ObjectNode of(Identity person, Set<OAuth2Scope> scopes) {
        ObjectNode claims = Json.object().put("sub", Snowflake.format(person.userId()));
        boolean identify = scopes.contains(OAuth2Scope.IDENTIFY);
        boolean email = scopes.contains(OAuth2Scope.EMAIL);
        if (!identify && !email) {
            return claims;
        }
        JsonNode user = owners.self(person);
        if (email) {
            claims.put("email", user.path("email").textValue());
            claims.put("email_verified", user.path("verified").asBoolean());
        }
        if (identify) {
            claims.put("preferred_username", user.path("username").asText());
            claims.put("nickname", user.path("global_name").textValue());
            claims.put("picture", picture(person.userId(), user.path("avatar").asText("")));
            claims.put("locale", user.path("locale").asText("en-US"));
        }
        return claims;
    }

    private String picture(long user, String avatar) {
        return avatar.isEmpty() || avatar.equals("null")
                ? urls.cdn() + "/embed/avatars/" + (user >>> 22) % 6 + ".png"
                : urls.cdn() + "/avatars/" + Snowflake.format(user) + "/" + avatar + ".png";
    }
}
