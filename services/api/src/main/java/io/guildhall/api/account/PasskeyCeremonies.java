package io.guildhall.api.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.mail.MailConfig;
import io.guildhall.identity.Person;
import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.mac.KeyedHash;
import io.guildhall.identity.passkey.Ceremony;
import io.guildhall.identity.passkey.PasskeyRecords.Passkey;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * What browsers are asked for keys of devices, as they take it. The challenge follows from the ticket that it belongs to, which is signed and good
 * once: nothing is kept meanwhile.
 */
@ApplicationScoped
public class PasskeyCeremonies {
    private static final int PATIENCE_MS = 300_000;
    private static final long[] ALGORITHMS = {-7, -8, -257};

    private final Ceremony ceremony;
    private final KeyedHash challenges;
    private final String name;

    @Inject
    public PasskeyCeremonies(PasskeyConfig config, PublicUrls urls, MailConfig mail, TokenConfig tokens) {
        URI client = URI.create(mail.webUrl().orElseGet(urls::issuer));
        String origin = client.getScheme() + "://" + client.getRawAuthority();
        this.ceremony = new Ceremony(
                config.site().orElse(client.getHost()),
                config.origins().map(Set::copyOf).orElse(Set.of(origin)));
        this.challenges = KeyedHash.of(tokens.secret(), "challenges of passkeys");
        this.name = mail.instanceName();
    }

    Ceremony ceremony() {
        return ceremony;
    }

    byte[] challenge(String ticket) {
        return challenges.of(ticket.getBytes(UTF_8));
    }

    /** What a browser is asked to have a key made. */
    String making(Person person, String ticket, List<Passkey> present) {
        ObjectNode asked = Json.object();
        ObjectNode options = asked.putObject("publicKey")
                .put("challenge", text(challenge(ticket)))
                .put("timeout", PATIENCE_MS)
                .put("attestation", "none");
        options.putObject("rp").put("id", ceremony.site()).put("name", name);
        options.putObject("user")
                .put(
                        "id",
                        text(ByteBuffer.allocate(Long.BYTES)
                                .putLong(person.userId())
                                .array()))
                .put("name", person.username())
                .put("displayName", person.username());
        ArrayNode kinds = options.putArray("pubKeyCredParams");
        for (long algorithm : ALGORITHMS) {
            kinds.addObject().put("type", "public-key").put("alg", algorithm);
        }
        named(options.putArray("excludeCredentials"), present);
        options.putObject("authenticatorSelection").put("userVerification", "discouraged");
        return asked.toString();
    }

    /** What a browser is asked to have one of these keys sign. */
    String signing(String ticket, List<Passkey> keys) {
        ObjectNode asked = Json.object();
        ObjectNode options = asked.putObject("publicKey")
                .put("challenge", text(challenge(ticket)))
                .put("timeout", PATIENCE_MS)
                .put("rpId", ceremony.site())
                .put("userVerification", "discouraged");
        named(options.putArray("allowCredentials"), keys);
        return asked.toString();
    }

    private static void named(ArrayNode list, List<Passkey> keys) {
        keys.forEach(key -> list.addObject().put("type", "public-key").put("id", key.credential()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
