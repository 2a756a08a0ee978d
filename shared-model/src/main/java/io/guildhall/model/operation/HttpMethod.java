package io.guildhall.model.operation;

/** The methods that the REST API uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
