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

    /** The flag of a picture that moves. */
    public static final int IS_ANIMATED = 1 << 5;

    /** What the name of such a file began with before there was a flag, and still may. */
    private static final String SPOILER_PREFIX = "SPOILER_";

    /** A file that was uploaded with the message, of which nothing is said yet but its name. */
    public static Attachment from(StoredFile file) {
        return new Attachment(
                        Snowflake.format(file.getId()),
                        file.getFilename(),
                        file.getTitle().isEmpty() ? null : file.getTitle(),
                        null,
                        file.getContentType().isEmpty() ? null : file.getContentType(),
                        file.getSize(),
                        file.getUrl(),
                        file.getUrl(),
                        file.getWidth() == 0 ? null : file.getWidth(),
                        file.getHeight() == 0 ? null : file.getHeight(),
                        null,
                        null,
                        null,
                        file.getAnimated() ? IS_ANIMATED : null)
                .hidden(false);
    }

    /** The same file at another address. */
    public Attachment at(String address) {
        return with(title, description, address, durationSecs, waveform, flags);
    }

    /** The same file under another title; null for none. */
    public Attachment titled(String text) {
        return with(text, description, url, durationSecs, waveform, flags);
    }

    /** The same file with another description for who can't see it; null for none. */
    public Attachment described(String text) {
        return with(title, text, url, durationSecs, waveform, flags);
    }

    /** The same recording with what is said of its sound; a file that is no sound stays as it is. */
    public Attachment sounding(Double seconds, String wave) {
        boolean sound = contentType != null && contentType.startsWith("audio/");
        return sound ? with(title, description, url, seconds, wave, flags) : this;
    }

    /** The same file, to be hidden until somebody wants to see it or not; its name may say so, too. */
    public Attachment hidden(boolean spoiler) {
        int others = (flags == null ? 0 : flags) & ~IS_SPOILER;
        int next = spoiler || filename.startsWith(SPOILER_PREFIX) ? others | IS_SPOILER : others;
        return with(title, description, url, durationSecs, waveform, next == 0 ? null : next);
    }

    private Attachment with(
            String newTitle,
            String newDescription,
            String newUrl,
            Double newDuration,
            String newWaveform,
            Integer newFlags) {
        return new Attachment(
                id,
                filename,
                newTitle,
                newDescription,
                contentType,
                size,
                newUrl,
                newUrl,
                width,
                height,
                ephemeral,
                newDuration,
                newWaveform,
                newFlags);
    }
}
