# One image per service: docker build --build-arg SERVICE=wallet-service .
# Only the last stage knows which service it is, so all six share one build and one training.

FROM eclipse-temurin:25-jdk AS build
# For the Maven wrapper.
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
WORKDIR /shop
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -pl '!system-tests,!launcher' package -DskipTests -Dspotless.check.skip -Denforcer.skip -Djacoco.skip

FROM build AS unpacked
RUN ./tiktoken help >/dev/null # compiles the launcher
RUN for service in gateway auth-service catalog-service wallet-service order-service fx-service; do \
        java -Djarmode=tools -jar "$service/target/$service.jar" extract --destination "$service/target/unpacked" && \
        java -Djarmode=tools -jar "$service/target/$service.jar" extract --layers --destination "/unpacked/$service" || exit 1; \
    done

# What the services learn in a training run is of use to the very Java that they ran on, and to no other.
FROM eclipse-temurin:25-jre AS trained
COPY --from=unpacked /shop /shop
RUN TIKTOKEN_DATA=/tmp/shop \
    java -Dtiktoken.home=/shop -cp /shop/launcher/target/program io.tiktoken.launcher.Launcher train --as-built

FROM eclipse-temurin:25-jre
# The letters of statements (wallet-service), and what Java finds and lays out fonts with.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-noto-core fonts-droid-fallback \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home tiktoken && install -d -m 700 -o tiktoken /data
WORKDIR /service
# What changes rarely comes first, so that a new version is a small layer.
ARG SERVICE
COPY --from=unpacked /unpacked/$SERVICE/dependencies/ ./
COPY --from=unpacked /unpacked/$SERVICE/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/$SERVICE/application/ ./
COPY --from=trained --chmod=444 /shop/$SERVICE/target/*.aot ./start.aot
# The program keeps the name that it was trained under. Without a start.aot that fits, the JVM starts plainly.
RUN echo "-jar $SERVICE.jar" >program
USER tiktoken
# Every container has its own ports, so they can be the same in all of them. Management stays inside.
ENV TIKTOKEN_DATA=/data TIKTOKEN_BIND=0.0.0.0 SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9080
EXPOSE 8080
# The image has neither curl nor wget, but bash can ask too.
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/9080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q -m 1 '^HTTP/[0-9.]* 200' <&3"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "-XX:AOTCache=start.aot", "@program"]
