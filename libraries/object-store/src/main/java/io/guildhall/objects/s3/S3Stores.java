package io.guildhall.objects.s3;

import io.guildhall.objects.ObjectsConfig;
import io.guildhall.objects.ObjectsConfig.Downloads;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Makes the store of a configuration. What differs from the SDK's own ways is what other stores than Amazon's do not know: checksums behind the
 * body, and bodies that are signed in chunks.
 */
public final class S3Stores {
    private S3Stores() {}

    /** @throws IllegalStateException when one of the two keys is missing */
    public static S3ObjectStore open(ObjectsConfig.S3 config) {
        AwsCredentialsProvider credentials = credentials(config);
        S3Configuration style = S3Configuration.builder()
                .pathStyleAccessEnabled(config.pathStyle())
                .chunkedEncodingEnabled(false)
                .build();
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(style)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(config.timeout()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.silence())
                        .socketTimeout(config.silence()));
        config.endpoint().ifPresent(client::endpointOverride);
        return new S3ObjectStore(
                client.build(),
                config.bucket(),
                new Spool(Path.of(System.getProperty("java.io.tmpdir")), config.waiting()),
                new StoreCalls(config.rest().toNanos(), System::nanoTime),
                config.downloads() == Downloads.PRESIGNED
                        ? Optional.of(links(config, credentials, style))
                        : Optional.empty());
    }

    private static Links links(ObjectsConfig.S3 config, AwsCredentialsProvider credentials, S3Configuration style) {
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(style);
        Optional<URI> endpoint = config.publicEndpoint().or(config::endpoint);
        endpoint.ifPresent(presigner::endpointOverride);
        return new Links(presigner.build(), config.bucket(), config.linkLifetime());
    }

    private static AwsCredentialsProvider credentials(ObjectsConfig.S3 config) {
        if (config.accessKey().isEmpty() && config.secretKey().isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        if (config.accessKey().isEmpty() || config.secretKey().isEmpty()) {
            throw new IllegalStateException(
                    "guildhall.objects.s3.access-key and guildhall.objects.s3.secret-key belong together: one is"
                            + " missing");
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                config.accessKey().orElseThrow(), config.secretKey().orElseThrow()));
    }
}
