package io.guildhall.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.tests.recording.Answer;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiCheckTest {
    private static final String DESCRIPTION = """
        {"openapi": "3.1.0",
         "paths": {
           "/users/@me": {"get": {"responses": {
             "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}},
             "4XX": {"$ref": "#/components/responses/Error"}}}},
           "/users/{user_id}": {"parameters": [{"name": "user_id", "in": "path",
             "schema": {"$ref": "#/components/schemas/SnowflakeType"}}],
             "delete": {"responses": {"204": {"description": "gone"}}},
             "get": {"responses": {"200": {"description": "anything"},
               "4XX": {"$ref": "#/components/responses/Error"}}}}},
         "components": {
           "schemas": {"User": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}},
           "responses": {"Error": {"content": {"application/json": {"schema":
             {"type": "object", "required": ["code"]}}}}}}}
        """;

    private OpenApiCheck check;

    @BeforeEach
    void read() throws IOException {
        check = new OpenApiCheck(OpenApi.parse(DESCRIPTION));
    }

    @Test
    void countsWhatWasAnsweredAsDescribed() {
        check.add(json("GET", "/api/v10/users/@me", 200, "{\"id\": \"1\"}"));
        check.add(json("GET", "/api/v10/users/%40me", 401, "{\"code\": 0}"));
        check.add(new Answer("DELETE", "/api/users/5", 204, "", 0, ""));
        assertThat(check.report()).isEqualTo("""
            never answered with a success: GET /users/{user_id}
            2 of 3 operations answered, 0 schema violations\
            """);
    }

    @Test
    void namesWhatDiffersFromTheDescription() {
        check.add(json("GET", "/api/v10/users/@me", 200, "{\"id\": 1}"));
        check.add(json("GET", "/api/v10/users/@me", 404, "{}"));
        check.add(json("DELETE", "/api/v10/users/5", 500, "{}"));
        assertThat(check.report())
                .contains("GET /users/@me 200: /id", "GET /users/@me 404:", "DELETE /users/{user_id} 500: no answer")
                .endsWith("3 schema violations");
    }

    @Test
    void takesAWordInTheIdsPlaceForAnotherOperationUnlessItWasRefused() {
        check.add(json("GET", "/api/v10/users/search", 200, "[]"));
        assertThat(check.report()).endsWith("0 of 3 operations answered, 0 schema violations");
        check.add(json("GET", "/api/v10/users/search", 400, "{}"));
        assertThat(check.report()).contains("GET /users/{user_id} 400:").endsWith("1 schema violations");
    }

    @Test
    void demandsThePlainJsonContentType() {
        check.add(
                new Answer("GET", "/api/v10/users/@me", 200, "application/json;charset=UTF-8", 11, "{\"id\": \"1\"}"));
        assertThat(check.report()).contains("content type").endsWith("1 schema violations");
    }

    private static Answer json(String method, String path, int status, String body) {
        return new Answer(method, path, status, "application/json", body.length(), body);
    }
}
