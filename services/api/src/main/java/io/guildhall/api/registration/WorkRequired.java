package io.guildhall.api.registration;

import io.guildhall.api.call.AnsweredRefusal;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.payload.Json;

/** The client has to do some work first. The answer has the fields of the field's captchas. */
public final class WorkRequired extends AnsweredRefusal {
    private static final long serialVersionUID = 1L;
    private static final String SERVICE = "guildhall-sha256";

    private final String challenge;
    private final int bits;

    WorkRequired(String problem, String challenge, int bits) {
        super(problem);
        this.challenge = challenge;
        this.bits = bits;
    }

    @Override
    public RestAnswer answer() {
        var body = Json.object()
                .put("captcha_service", SERVICE)
                .put("captcha_sitekey", Integer.toString(bits))
                .put("captcha_rqtoken", challenge);
        body.putArray("captcha_key").add(getMessage());
        return RestAnswer.of(400, body);
    }
}
