# One service as a native executable: the executable, the C library that it needs, and nothing that could be run besides.
#
# The context is made by scripts/images.sh: rootfs/ with the libraries, certificates, time zones and users of a base that is assembled
# where nothing can be pulled, or empty when BASE is an image that has them (a distroless one with glibc and zlib).
ARG BASE=scratch
FROM ${BASE}
COPY rootfs/ /
COPY guildhall /guildhall
COPY lib/ /usr/lib/guildhall/
COPY sbom.json /usr/share/guildhall/sbom.json
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 QUARKUS_GRPC_SERVER_HOST=0.0.0.0 QUARKUS_GRPC_SERVER_PORT=9000 \
    QUARKUS_MANAGEMENT_HOST=0.0.0.0 QUARKUS_MANAGEMENT_PORT=8090 \
    QUARKUS_VERTX_CACHING=false QUARKUS_VERTX_CLASSPATH_RESOLVING=false LANG=C.UTF-8
USER 65532:65532
WORKDIR /
EXPOSE 8080 8090 9000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["/guildhall", "healthcheck"]
ENTRYPOINT ["/guildhall", "-DZstdNativePath=/usr/lib/guildhall/libzstd-jni.so"]
# Of the memory that the container may use; the rest is for buffers of the network and for the executable itself. New objects get
# little of it, so that an idle node stays small: a busy one does better with -Xmn64m.
CMD ["-XX:MaximumHeapSizePercent=60", "-Xmn20m"]
