package io.guildhall.objects.s3;

import io.guildhall.objects.ObjectStore.Link;
import io.guildhall.objects.ObjectStore.Shown;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses in the store that are good for a while, for one object each. */
final class Links implements AutoCloseable {
    private final S3Presigner presigner;
    private final String bucket;
    private final Duration longest;

    Links(S3Presigner presigner, String bucket, Duration longest) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.longest = longest;
    }

    Link to(String key, Shown shown, Duration lifetime) {
        Duration good = lifetime.compareTo(longest) < 0 ? lifetime : longest;
        try {
            URI address = presigner
                    .presignGetObject(
                            link -> link.signatureDuration(good).getObjectRequest(object -> object.bucket(bucket)
                                    .key(key)
                                    .responseContentType(shown.type())
                                    .responseContentDisposition(shown.disposition())
                                    .responseCacheControl(shown.caching())))
                    .url()
                    .toURI();
            return new Link(address, good);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        presigner.close();
    }
}
