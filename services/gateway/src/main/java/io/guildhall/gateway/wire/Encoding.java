package io.guildhall.gateway.wire;

import java.util.Optional;

/** What a client asks for with {@code encoding}: JSON, or Erlang's external term format. */
public enum Encoding {
    JSON("json"),
    ETF("etf");

    private final String parameter;

    Encoding(String parameter) {
        this.parameter = parameter;
    }

    /** Empty for a value that this gateway does not speak. */
    public static Optional<Encoding> find(String parameter) {
        for (Encoding encoding : values()) {
            if (encoding.parameter.equals(parameter)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }
}
