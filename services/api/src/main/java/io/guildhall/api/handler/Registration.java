package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody says who makes an account. */
record Registration(
        Given<String> username,
        Given<String> globalName,
        Given<String> email,
        Given<String> password,
        Given<String> dateOfBirth,
        Given<String> invite,
        Given<String> captchaKey,
        Given<String> captchaRqtoken) {
    static Registration of(JsonNode body) {
        Fields fields = new Fields(body);
        return new Registration(
                fields.text("username"),
                fields.text("global_name"),
                fields.text("email"),
                fields.text("password"),
                fields.text("date_of_birth"),
                fields.text("invite"),
                fields.text("captcha_key"),
                fields.text("captcha_rqtoken"));
    }
}
