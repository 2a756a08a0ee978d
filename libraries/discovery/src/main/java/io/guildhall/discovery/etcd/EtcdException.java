package io.guildhall.discovery.etcd;

/** Etcd did not do what it was asked. */
final class EtcdException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EtcdException(String message, Throwable cause) {
        super(message, cause);
    }
}
