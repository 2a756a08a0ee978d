package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.StoredFile;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A file of a message. Width and height are there for pictures only. */
@RegisterForReflection
public record Attachment(
        String id,
        String filename,
        @JsonInclude(JsonInclude.Include.NON_NULL) String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) String contentType,
        long size,
        String url,
        String proxyUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer width,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer height,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean ephemeral,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double durationSecs,
        @JsonInclude(JsonInclude.Include.NON_NULL) String waveform,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer flags) {

    /** The flag of a file that is hidden until somebody wants to see it. */
    public static final int IS_SPOILER = 1 << 3;

    /** A file that was uploaded with the message; what the body says of it may be null. */
    public static Attachment from(
            StoredFile file, String title, String description, Double durationSecs, String waveform, int flags) {
        return new Attachment(
                Snowflake.format(file.getId()),
                file.getFilename(),
                title,
                description,
                file.getContentType().isEmpty() ? null : file.getContentType(),
                file.getSize(),
                file.getUrl(),
                file.getUrl(),
                file.getWidth() == 0 ? null : file.getWidth(),
                file.getHeight() == 0 ? null : file.getHeight(),
                null,
                durationSecs,
                waveform,
                flags == 0 ? null : flags);
    }

    /** The same file at another address. */
    public Attachment at(String address) {
        return new Attachment(
                id,
                filename,
                title,
                description,
                contentType,
                size,
                address,
                address,
                width,
                height,
                ephemeral,
                durationSecs,
                waveform,
                flags);
    }
}
