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

    /** A connection's stream of messages in this encoding. */
    public OutboundStream open(CompressionMode mode, Encoding encoding) {
        return switch (encoding) {
            case JSON -> open(mode, PlainStream.INSTANCE);
            case ETF -> new TermStream(open(mode, PlainStream.BINARY), this == ZSTD_STREAM);
        };
    }

    private OutboundStream open(CompressionMode mode, PlainStream plain) {
        return switch (this) {
            case NONE -> plain;
            case ZLIB_STREAM ->
                switch (mode) {
                    case SHARED -> new SharedZlibStream();
                    case CLASSIC -> new ClassicZlibStream();
                };
            case ZSTD_STREAM -> new SharedZstandardStream();
        };
    }
}
