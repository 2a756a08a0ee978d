package io.guildhall.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where uploaded files are kept. */
@ConfigMapping(prefix = "guildhall.objects")
public interface ObjectsConfig {
    /** A directory, or a bucket of an S3-compatible store. */
    @WithDefault("directory")
    Kind kind();

    S3 s3();

    /** Kinds of stores. */
    enum Kind {
        DIRECTORY,
        S3
    }

    /** Where downloads come from. */
    enum Downloads {
        /** From the api nodes. */
        PROXIED,
        /** From the store itself, which api nodes send clients to. */
        PRESIGNED
    }

    /** A bucket, where files are kept in one. */
    interface S3 {
        /** The store's URL; the region's of Amazon when not set. */
        Optional<URI> endpoint();

        /** The store's region; most stores but Amazon's take any. */
        @WithDefault("us-east-1")
        String region();

        /** The bucket, which exists. */
        @WithDefault("guildhall")
        String bucket();

        /** Who one is to the store; without it, what the AWS SDK finds in its own variables, files and on its machines. */
        Optional<String> accessKey();

        /** What one signs with to the store. */
        Optional<String> secretKey();

        /** Whether the bucket's name stands in the path, as most stores but Amazon's want it, and not in the host's name. */
        @WithDefault("true")
        boolean pathStyle();

        /** Whether files come through the api nodes, or clients are sent to the store with an address that is good for a while. */
        @WithDefault("proxied")
        Downloads downloads();

        /** The store's URL as clients see it, where downloads are presigned and it is another one. */
        Optional<URI> publicEndpoint();

        /** How long an address of the store is good. */
        @WithDefault("15m")
        Duration linkLifetime();

        /** How long a call may take with all its attempts; the largest file has to get there in it. */
        @WithDefault("60s")
        Duration timeout();

        /** How long the store may say nothing before an attempt is given up. */
        @WithDefault("5s")
        Duration silence();

        /** How long it is left alone after it did not answer; everything fails at once meanwhile. */
        @WithDefault("1s")
        Duration rest();

        /** Bytes of the temporary directory that uploads under way may take together; more are refused until there is room again. */
        @WithDefault("1073741824")
        long waiting();
    }
}
