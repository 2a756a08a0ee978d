package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.model.payload.Json;
import io.guildhall.outgoing.Bounds;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import io.guildhall.outgoing.OutgoingRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** What OpenID providers say of themselves, remembered for a minute: so long a new key of theirs is not known, and a broken provider not asked again. */
@ApplicationScoped
public class OidcDocuments {
    private static final Logger LOG = Logger.getLogger(OidcDocuments.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** With the largest answers some ten megabytes. */
    private static final int MOST = 100;

    /** No redirects: by the documentation they are not followed. */
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(5), 1 << 16, false, 0);

    private final Fetcher fetcher;
    private final Cache<String, JsonNode> remembered =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    @Inject
    public OidcDocuments(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** A JSON object; missing when there is none to be had at this address, or it is no https address. */
    public JsonNode at(String address) {
        JsonNode known = remembered.getIfPresent(address);
        if (known != null) {
            return known;
        }
        // Outside of the cache, in which whoever computes holds others up.
        JsonNode said = fetch(address);
        remembered.put(address, said);
        return said;
    }

    private JsonNode fetch(String address) {
        if (!address.startsWith("https://")) {
            return MissingNode.getInstance();
        }
        try {
            OutgoingAnswer answer = fetcher.fetch(OutgoingRequest.get(
                    URI.create(address), Map.of("Accept", "application/json", "User-Agent", "Guildhall"), BOUNDS));
            JsonNode said = answer.status() == 200 ? Json.MAPPER.readTree(answer.body()) : MissingNode.getInstance();
            return said.isObject() ? said : MissingNode.getInstance();
        } catch (OutgoingException | IllegalArgumentException unreachable) {
            LOG.debugf("a provider does not answer: %s", unreachable.toString());
            return MissingNode.getInstance();
        } catch (IOException malformed) {
            return MissingNode.getInstance();
        }
    }
}
