package io.guildhall.api.admin;

import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.instance.Settings;
import io.guildhall.model.operation.catalogue.AdminOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The settings of the instance. */
@Singleton
public class SettingsHandlers {
    private final Settings settings;

    @Inject
    public SettingsHandlers(Settings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    public ApiHandler getSettings() {
        return new Answering(
                AdminOperations.GET_SETTINGS, call -> settings.now().json());
    }

    @Produces
    @Singleton
    public ApiHandler updateSettings() {
        return new Answering(
                AdminOperations.UPDATE_SETTINGS,
                call -> settings.change(SettingsChange.of(call.body())::applied).json());
    }
}
