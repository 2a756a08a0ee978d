package io.guildhall.standalone.client;

import java.util.Map;

/**
 * One call that an administrator's command makes.
 *
 * @param body null for none
 */
record AdminRequest(String method, String path, Map<String, ?> body) {
    static AdminRequest get(String path) {
        return new AdminRequest("GET", "/admin" + path, null);
    }

    static AdminRequest delete(String path) {
        return new AdminRequest("DELETE", "/admin" + path, null);
    }

    static AdminRequest post(String path, Map<String, ?> body) {
        return new AdminRequest("POST", "/admin" + path, body);
    }

    static AdminRequest put(String path, Map<String, ?> body) {
        return new AdminRequest("PUT", "/admin" + path, body);
    }

    static AdminRequest patch(String path, Map<String, ?> body) {
        return new AdminRequest("PATCH", "/admin" + path, body);
    }
}
