package io.guildhall.gateway.wire;

import java.util.Optional;

/** What a client asks for with {@code compress}. */
public enum Compression {
    NONE(""),
    ZLIB_STREAM("zlib-stream"),
    ZSTD_STREAM("zstd-stream");

    private final String parameter;

    Compression(String parameter) {
        this.parameter = parameter;
    }

    /** Empty for a value that this gateway does not speak. */
    public static Optional<Compression> find(String parameter) {
        for (Compression compression : values()) {
            if (compression.parameter.equals(parameter)) {
                return Optional.of(compression);
            }
        }
        return Optional.empty();
    }

    public OutboundStream open(CompressionMode mode) {
        return switch (this) {
            case NONE -> PlainStream.INSTANCE;
            case ZLIB_STREAM ->
                switch (mode) {
                    case SHARED -> new SharedZlibStream();
                    case CLASSIC -> new ClassicZlibStream();
                };
            case ZSTD_STREAM -> new SharedZstandardStream();
        };
    }
}
