package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.api.body.BodyBudget;
import io.guildhall.api.body.UntrustedJson;
import io.guildhall.model.error.ApiException;
import io.guildhall.outgoing.Bounds;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import io.guildhall.outgoing.OutgoingRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What OpenID providers say of themselves, remembered for a minute: so long a new key of theirs is not known, and a broken provider not asked again. */
@ApplicationScoped
public class OidcDocuments {
    private static final Logger LOG = Logger.getLogger(OidcDocuments.class);
    private static final byte[] NOTHING = new byte[0];
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Bytes of heap that remembered documents may take, whatever is in them. */
    private static final int MOST_REMEMBERED = 32 << 20;

    /** No redirects: by the documentation they are not followed. */
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(5), 1 << 16, false, 0);

    private final Function<String, byte[]> source;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String address, Remembered document) -> document.weight())
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private record Remembered(JsonNode json, int weight) {}

    @Inject
    public OidcDocuments(Fetcher fetcher) {
        this(address -> fetch(fetcher, address));
    }

    /** @param source what stands at an address, or nothing */
    OidcDocuments(Function<String, byte[]> source) {
        this.source = source;
    }

    /** A JSON object; missing when there is none to be had at this address, or it is no https address. */
    public JsonNode at(String address) {
        Remembered known = remembered.getIfPresent(address);
        if (known == null) {
            // Outside of the cache, in which whoever computes holds others up.
            byte[] said = address.startsWith("https://") ? source.apply(address) : NOTHING;
            known = new Remembered(read(said), (int) BodyBudget.heapOf(said.length) + address.length());
            remembered.put(address, known);
        }
        return known.json();
    }

    private static JsonNode read(byte[] said) {
        try {
            JsonNode json = said.length == 0 ? MissingNode.getInstance() : UntrustedJson.read(said);
            return json.isObject() ? json : MissingNode.getInstance();
        } catch (ApiException malformed) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] fetch(Fetcher fetcher, String address) {
        try {
            OutgoingAnswer answer = fetcher.fetch(OutgoingRequest.get(
                    URI.create(address), Map.of("Accept", "application/json", "User-Agent", "Guildhall"), BOUNDS));
            return answer.status() == 200 ? answer.body() : NOTHING;
        } catch (OutgoingException | IllegalArgumentException unreachable) {
            LOG.debugf("a provider does not answer: %s", unreachable.toString());
            return NOTHING;
        }
    }
}
