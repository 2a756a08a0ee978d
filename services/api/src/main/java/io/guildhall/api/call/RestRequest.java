package io.guildhall.api.call;

import io.guildhall.model.operation.HttpMethod;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A request as it came in.
 *
 * @param path what follows {@code /api} in the request line, still percent-encoded
 * @param query what follows the question mark, still percent-encoded; empty when there is nothing
 * @param headers a header's first value by name, or null
 * @param address where it comes from
 * @param body the body, not read yet
 */
public record RestRequest(
        HttpMethod method, String path, String query, UnaryOperator<String> headers, String address, InputStream body) {
    public String header(String name) {
        return headers.apply(name);
    }
}
