# One service on a Java runtime that has only the modules it needs, with its AOT cache. The context is made by scripts/images.sh.
ARG BASE=scratch
FROM ${BASE}
COPY rootfs/ /
COPY java/ /opt/java/
COPY app/ /app/
COPY lib/ /usr/lib/guildhall/
COPY sbom.json /usr/share/guildhall/sbom.json
ENV PATH=/opt/java/bin LANG=C.UTF-8 JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60" \
    QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 QUARKUS_GRPC_SERVER_HOST=0.0.0.0 QUARKUS_GRPC_SERVER_PORT=9000 \
    QUARKUS_MANAGEMENT_HOST=0.0.0.0 QUARKUS_MANAGEMENT_PORT=8090 \
    QUARKUS_VERTX_CACHING=false QUARKUS_VERTX_CLASSPATH_RESOLVING=false
USER 65532:65532
WORKDIR /
EXPOSE 8080 8090 9000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["/opt/java/bin/java", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", "/app/quarkus-run.jar", "healthcheck"]
# A cache that does not fit, or is not there, is passed over without a word.
ENTRYPOINT ["/opt/java/bin/java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+ExitOnOutOfMemoryError", \
    "-DZstdNativePath=/usr/lib/guildhall/libzstd-jni.so", "-XX:AOTCache=/app/app.aot", \
    "-jar", "/app/quarkus-run.jar"]
