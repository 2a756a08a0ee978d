package io.guildhall.model.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalesTest {
    @Test
    void theClientsOwnHeaderCountsBeforeTheBrowsers() {
        assertThat(Locales.asked("zh-CN", "de")).hasValue("zh-CN");
        assertThat(Locales.asked("klingon", "de")).hasValue("de");
        assertThat(Locales.asked(null, null)).isEmpty();
        assertThat(Locales.asked("", "")).isEmpty();
    }

    @Test
    void ofABrowsersLanguagesTheFirstCountsThatThereIs() {
        assertThat(Locales.asked(null, "de-CH, en-US;q=0.8, *;q=0.5")).hasValue("de");
        assertThat(Locales.asked(null, "tlh;q=1, pt-BR;q=0.9")).hasValue("pt-BR");
        assertThat(Locales.asked(null, ",;,-,*")).isEmpty();
    }

    @Test
    void whatIsShownInsteadIsALanguageToo() {
        assertThat(Locales.instead("en-US"))
                .hasValueSatisfying(other -> assertThat(Locales.exists(other)).isTrue());
        assertThat(Locales.instead("de")).isEmpty();
    }
}
