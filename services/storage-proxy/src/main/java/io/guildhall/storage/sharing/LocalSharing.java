package io.guildhall.storage.sharing;

import io.guildhall.storage.flight.Sharing;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where there is no other proxy, as in one process, reads meet here and writers tell nobody. */
@Singleton
public class LocalSharing {
    @Produces
    @Singleton
    @DefaultBean
    Sharing sharing() {
        return Sharing.HERE;
    }
}
