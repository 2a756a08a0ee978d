package io.guildhall.api.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.guildhall.api.config.ApiConfig;
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
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * What addresses lead to, as embeds. Remembered for a while: half an hour what was found, a minute that there was nothing. Blocks: call it
 * on a virtual thread.
 */
@ApplicationScoped
public class LinkTargets {
    private static final Logger LOG = Logger.getLogger(LinkTargets.class);
    /** Characters of what is remembered, which nobody but strangers writes. */
    private static final int MOST_REMEMBERED = 4 << 20;

    /** What remembering costs beside. */
    private static final int ENTRY = 200;

    private static final Duration FOUND = Duration.ofMinutes(30);
    private static final Duration NOTHING = Duration.ofMinutes(1);
    /** Of a page; what it says of itself stands at its beginning. */
    private static final int MOST_BYTES = 256 << 10;

    private static final int REDIRECTS = 3;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("link").start(task);
    private static final Map<String, String> HEADERS = Map.of(
            "User-Agent",
            "Mozilla/5.0 (compatible; Guildhall/1.0; link previews)",
            "Accept",
            "text/html,application/xhtml+xml,application/json;q=0.9,image/*;q=0.8,*/*;q=0.1");

    private final Fetcher fetcher;
    private final ApiConfig.Links config;

    /** Taking pages apart never takes the processors from everybody else, however many are asked for. */
    private final Semaphore reading =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 4));

    private final AsyncCache<String, Optional<ObjectNode>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher(LinkTargets::weight)
            .executor(THREADS)
            .expireAfter(
                    Expiry.<String, Optional<ObjectNode>>writing((url, embed) -> embed.isPresent() ? FOUND : NOTHING))
            .buildAsync();

    @Inject
    public LinkTargets(Fetcher fetcher, ApiConfig config) {
        this.fetcher = fetcher;
        this.config = config.links();
    }

    /** Empty when nothing is there that can be shown. */
    public Optional<ObjectNode> embed(String url) {
        return known.get(url, this::look).join().map(ObjectNode::deepCopy);
    }

    private Optional<ObjectNode> look(String url) {
        try {
            OutgoingAnswer answer = fetch(URI.create(url));
            if (!answer.isSuccess()) {
                return Optional.empty();
            }
            return Pictures.is(answer)
                    ? Pictures.size(answer).map(size -> Pictures.embed(url, size))
                    : page(answer).flatMap(page -> new PageEmbed(url, page, this::fetch).build());
        } catch (OutgoingException | IllegalArgumentException failed) {
            LOG.debugf("a link leads nowhere: %s", failed);
            return Optional.empty();
        }
    }

    private Optional<Page> page(OutgoingAnswer answer) {
        reading.acquireUninterruptibly();
        try {
            return Page.read(answer);
        } finally {
            reading.release();
        }
    }

    private static int weight(String url, Optional<ObjectNode> embed) {
        return ENTRY
                + url.length()
                + embed.map(found -> found.toString().length()).orElse(0);
    }

    private OutgoingAnswer fetch(URI url) throws OutgoingException {
        return fetcher.fetch(
                OutgoingRequest.get(url, HEADERS, new Bounds(config.timeout(), MOST_BYTES, true, REDIRECTS)));
    }
}
