package io.guildhall.api.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page, or where the browser is to go.
 *
 * @param html empty for a redirect
 * @param location empty for a page
 * @param cookies values of Set-Cookie
 */
public record PageAnswer(int status, String html, String location, List<String> cookies) {
    public PageAnswer {
        cookies = List.copyOf(cookies);
    }

    static PageAnswer page(int status, String html) {
        return new PageAnswer(status, html, "", List.of());
    }

    /** By GET, whatever the request was. */
    static PageAnswer to(String location) {
        return new PageAnswer(303, "", location, List.of());
    }

    PageAnswer with(List<String> more) {
        List<String> all = new ArrayList<>(cookies);
        all.addAll(more);
        return new PageAnswer(status, html, location, all);
    }
}
