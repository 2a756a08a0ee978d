package io.guildhall.objects.s3;

import io.guildhall.objects.ObjectKeys;
import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectStoreAwayException;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket. An upload goes there in one request with its length and its checksum, which the store verifies: the object is there
 * whole or not at all, and nothing is ever left unfinished.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    /** What most stores know no better media type for; what clients are told follows from the content and the name. */
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final Spool spool;
    private final StoreCalls calls;
    private final Optional<Links> links;

    /** @param links where clients are sent to the store itself */
    S3ObjectStore(S3Client client, String bucket, Spool spool, StoreCalls calls, Optional<Links> links) {
        this.client = client;
        this.bucket = bucket;
        this.spool = spool;
        this.calls = calls;
        this.links = links;
    }

    /** Whether the store answered when it was asked last. */
    boolean answers() {
        return calls.answers();
    }

    /** Tells whoever looks at metrics how it goes. */
    public void measure(MeterRegistry registry) {
        Gauge.builder(Metrics.name(S3ObjectStore.class, "answering"), () -> answers() ? 1 : 0)
                .description("Whether the object store answered when this node asked it last")
                .register(registry);
        Gauge.builder(Metrics.name(S3ObjectStore.class, "waiting.bytes"), spool::taken)
                .description("Bytes of uploads under way in the temporary directory")
                .register(registry);
    }

    @Override
    public long put(String key, InputStream content, long maximum) throws IOException {
        String checked = ObjectKeys.checked(key);
        try (Spooled upload = spool.take(content, maximum)) {
            PutObjectRequest request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(checked)
                    .contentType(TYPE)
                    .checksumSHA256(Base64.getEncoder().encodeToString(upload.sha256()))
                    .build();
            RequestBody body = RequestBody.fromContentProvider(upload::open, upload.size(), TYPE);
            calls.ask(() -> client.putObject(request, body));
            return upload.size();
        }
    }

    @Override
    public Optional<StoredObject> find(String key) throws IOException {
        String checked = ObjectKeys.checked(key);
        return calls.find(() -> client.headObject(head -> head.bucket(bucket).key(checked)))
                .map(head -> new InBucket(checked, head.contentLength()));
    }

    @Override
    public void delete(String key) throws IOException {
        String checked = ObjectKeys.checked(key);
        calls.find(() -> client.deleteObject(gone -> gone.bucket(bucket).key(checked)));
    }

    @Override
    public void deleteAll(String prefix) throws IOException {
        visit(ObjectKeys.checked(prefix) + "/", (key, size) -> delete(key));
    }

    @Override
    public void visitAll(Visitor visitor) throws IOException {
        visit("", visitor);
    }

    @Override
    public void close() {
        client.close();
        links.ifPresent(Links::close);
    }

    private void visit(String prefix, Visitor visitor) throws IOException {
        String next = null;
        do {
            ListObjectsV2Request request = ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .continuationToken(next)
                    .build();
            ListObjectsV2Response page = calls.ask(() -> client.listObjectsV2(request));
            for (S3Object object : page.contents()) {
                visitor.visit(object.key(), object.size());
            }
            next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (next != null);
    }

    private final class InBucket implements StoredObject {
        private final String key;
        private final long size;

        private InBucket(String key, long size) {
            this.key = key;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            if (length == 0) {
                return InputStream.nullInputStream();
            }
            GetObjectRequest.Builder request =
                    GetObjectRequest.builder().bucket(bucket).key(key);
            if (offset > 0 || length < size) {
                request.range("bytes=%d-%d".formatted(offset, offset + length - 1));
            }
            return new Download(calls.ask(() -> client.getObject(request.build())), length);
        }

        @Override
        public Optional<Link> link(Shown shown, Duration lifetime) {
            return links.map(some -> some.to(key, shown, lifetime));
        }
    }

    /** Said by the SDK in its own way, while a stream is read. */
    static IOException broken(SdkException failure) {
        return new ObjectStoreAwayException("the object store broke off: " + failure.getMessage(), failure);
    }
}
