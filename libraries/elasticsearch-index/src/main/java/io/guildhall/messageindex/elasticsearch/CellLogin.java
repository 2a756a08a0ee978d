package io.guildhall.messageindex.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Who one is to a cell. */
public record CellLogin(String username, String password) {
    /** The value of the header Authorization. */
    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
