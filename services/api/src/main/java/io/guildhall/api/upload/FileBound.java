package io.guildhall.api.upload;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.identity.instance.Settings;
import io.guildhall.model.instance.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How large files of messages may be: as the process is configured, or as administrators say where that is less. */
@ApplicationScoped
public class FileBound {
    private final Settings settings;
    private final ApiConfig.Bodies config;

    @Inject
    public FileBound(Settings settings, ApiConfig config) {
        this.settings = settings;
        this.config = config.bodies();
    }

    /** One of them, in bytes. */
    public long one() {
        return Quotas.least(settings.lately().quotas().fileBytes(), config.maxFile());
    }

    /** All of one request together, in bytes. */
    public long all() {
        return config.maxFiles();
    }
}
